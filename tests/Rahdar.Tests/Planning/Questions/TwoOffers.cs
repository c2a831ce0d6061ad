using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>A road and a railway side by side, 630 km with one border each, for questions about days.</summary>
/// <remarks>
/// By truck: 1 h, 630 km / 80 km/h x 24/9 = 21 h, border 6 h, 1 h: 29 h. 2 x (630 + 100 + 30) = 1,520 USD.
/// By train: 1 h, 630 km / 50 km/h = 12.6 h, border 6 h, 1 h: 20.6 h and the wait. 2 x (63 + 10 + 30) = 206 USD.
/// A day counts 2 TEU x 24 USD = 48 USD, an hour 2 USD.
/// </remarks>
internal static class TwoOffers
{
    public const string Road =
        """
        link PKAAA PKBBB road 300km
        link PKBBB IRCCC road 30km
        link IRCCC IRDDD road 300km
        border PKBBB IRCCC road 6h 100

        """;

    public const string Rail =
        """
        link PKAAA PKBBB rail 1676 300km
        link PKBBB IRCCC rail 1676 30km
        link IRCCC IRDDD rail 1676 300km
        border PKBBB IRCCC rail 6h 10

        """;

    /// <summary>Tuesdays 06:00 at Lahore's clock; given up six hours before.</summary>
    public const string DatedTrain =
        "train T1 PKAAA PKBBB IRCCC IRDDD rail leaves 2025-06-03T06:00 2025-06-10T06:00 cutoff 6h capacity 40\n";

    /// <summary>Twice a week: between 0 and 84 h of waiting, 42 h as planning value.</summary>
    public const string FrequentTrain = "train T1 PKAAA PKBBB IRCCC IRDDD rail weekly 2 capacity 40\n";

    private const string Query = "query PKAAA IRDDD ready 2025-06-01T00:00Z\n";

    /// <summary>The network and the question of a drawing.</summary>
    public static (CorridorNetwork Network, PlanQuery Query) Of(params string[] parts)
    {
        var drawing = DrawingParser.Parse(SpecAnswer.Basics + string.Concat(parts) + Query);
        return (DrawnCorridor.NetworkOf(drawing), DrawnCorridor.QueryOf(drawing));
    }
}
