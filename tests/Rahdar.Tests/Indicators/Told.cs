using NodaTime;
using Rahdar.Indicators;
using Rahdar.Movements;
using Rahdar.Network.Places;
using Rahdar.Tests.Movements;

namespace Rahdar.Tests.Indicators;

/// <summary>A small country round Torkham, and units whose movements are written as a clerk would note them
/// (<see cref="History"/>).</summary>
internal static class Told
{
    /// <summary>Lahore, Peshawar and Torkham are Pakistani, Torkham's other side and Kabul Afghan.</summary>
    internal static Geography Geography { get; } = new(
        place => place.Value.StartsWith("PK", StringComparison.Ordinal) ? "PK"
            : place.Value.StartsWith("AF", StringComparison.Ordinal) ? "AF" : "",
        (from, to, _) => (from.Value, to.Value) switch
        {
            ("PKLHE", "PKPEW") => 500,
            ("PKPEW", "PKTOR") => 50,
            ("PKTOR", "AFRKH") => 1,
            ("AFRKH", "AFKBL") => 230,
            _ => null,
        },
        _ => null, place => place.Value is "PKTOR" ? ["C5", "C6"] : [],
        unit => unit.Kind == UnitKind.Truck ? 20 : null);

    /// <summary>What was measured of one unit of so many trucks.</summary>
    internal static Measurement Measure(string lines, int count = 1)
    {
        var builder = new MeasurementBuilder(Geography);
        builder.Add(new Unit(new UnitId(History.Box), UnitKind.Truck, count), History.Fold(lines));
        return builder.Finish();
    }

    /// <summary>A truck from Lahore to Kabul: 20 h and 14 h of queue at Torkham, 5 h and 2 h of work.</summary>
    internal const string LahoreToKabul = """
        1 00:00 departed PKLHE PKPEW road -
        1 20:00 arrived PKPEW PKLHE road - 50000
        1 20:00 began PKPEW checkpoint -
        1 22:00 ended PKPEW checkpoint - 1000
        1 22:00 departed PKPEW PKTOR road -
        2 00:00 arrived PKTOR PKPEW road - 5000
        2 00:00 queued PKTOR border-out TORKHAM
        2 20:00 began PKTOR border-out TORKHAM
        3 01:00 ended PKTOR border-out TORKHAM 12000
        3 01:00 departed PKTOR AFRKH road -
        3 02:00 arrived AFRKH PKTOR road - 0
        3 02:00 queued AFRKH border-in TORKHAM
        3 16:00 began AFRKH border-in TORKHAM
        3 18:00 ended AFRKH border-in TORKHAM 8000
        3 18:00 departed AFRKH AFKBL road -
        4 04:00 arrived AFKBL AFRKH road - 20000
        4 04:00 delivered AFKBL
        """;

    internal static Duration Hours(double hours) => Duration.FromHours(hours);

    internal static PlaceId Place(string id) => new(id);
}
