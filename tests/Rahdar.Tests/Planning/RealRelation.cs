using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Quantities;
using Rahdar.Tests.Network;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Planning;

/// <summary>Questions about the shipped corridor drawn by number: places, dates, knowledge dates, cargoes, whose boxes,
/// scenarios and limits.</summary>
internal static class RealRelation
{
    private static readonly Lazy<IReadOnlyList<CorridorNetwork>> Networks = new(() =>
        [ShippedCorridor.Network, ShippedQuestion.Under("taftan-shut-30"), ShippedQuestion.Under("open-rasht-astara")]);

    private static readonly Lazy<IReadOnlyList<PlaceId>> Terminals = new(() =>
        [.. ShippedCorridor.Network.Links.Where(l => l.Mode is Mode.Rail or Mode.Road)
            .SelectMany(l => new[] { l.From, l.To }).Distinct().Order()]);

    /// <summary>The n-th question and the network it is asked of.</summary>
    public static (CorridorNetwork Network, PlanQuery Query) Draw(int number)
    {
        var random = new SplitMix(7_000, number);
        var network = random.Chance(25) ? random.OneOf(Networks.Value) : Networks.Value[0];
        var from = random.OneOf(Terminals.Value);
        var to = random.OneOf(Terminals.Value);
        if (to == from) to = Terminals.Value[(Terminals.Value.ToList().IndexOf(to) + 1) % Terminals.Value.Count];
        var ready = new LocalDate(2024, 1, 1).PlusDays(random.Between(0, 699));
        var known = ready.PlusDays(-random.Between(0, 20));
        Cargo[] cargoes = [new(16, 20, 20), new(31, 40, 24), new(2, 20, 12), new(62, 20, 18), new(16, 20, 27)];
        var zone = network.GetPlace(from).Zone;
        return (network, new PlanQuery(
            from, to, zone.AtStartOfDay(ready).ToInstant(), known, random.OneOf(cargoes))
        {
            Box = random.OneOf(BoxSource.Shipper, BoxSource.Carrier, BoxSource.OneWay),
            Avoid = random.Chance(20) ? new HashSet<string> { "AF" } : new HashSet<string>(),
            Only = random.Chance(12) ? new HashSet<string> { "rail", "sea" } : new HashSet<string>(),
        });
    }
}
