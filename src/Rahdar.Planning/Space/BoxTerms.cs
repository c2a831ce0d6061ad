using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>What is owed for boxes that are not the shipper's.</summary>
/// <param name="Detention">By days since the boxes were ready, for all boxes; free unless the carrier's.</param>
/// <param name="Fixed">Empty return or one-way lease, for all boxes; empty for the shipper's own.</param>
/// <param name="Words">The terms in one sentence, for the reader.</param>
internal sealed record BoxTerms(StorageTariff Detention, IReadOnlyList<CostLine> Fixed, string Words)
{
    internal static BoxTerms Of(PlanContext c)
    {
        var figures = c.Network.Figures;
        switch (c.Query.Box)
        {
            case BoxSource.Carrier:
                var (free, rate) = (figures.GetDefault("box-free-days"), figures.GetRole("box-detention"));
                var back = figures.GetRole("box-return");
                return new BoxTerms(
                    new StorageTariff(
                        c.Reads.Mean(free), [(1, c.Reads.Mean(rate) * c.Cargo.Teu)], null, "box detention", rate.Id),
                    [Line(c, "empty return of carrier's boxes", back)],
                    $"boxes are the carrier's: {free.Value} free days from ready to arrival, then {rate.Value} "
                    + $"{rate.Unit} ({rate.Id}), empty return {back.Value} {back.Unit} ({back.Id}); days until the "
                    + "empty box is back are not counted");
            case BoxSource.OneWay:
                var lease = figures.GetRole("box-one-way");
                return new BoxTerms(
                    StorageTariff.None, [Line(c, "one-way lease of boxes", lease)],
                    $"boxes are leased one way: {lease.Value} {lease.Unit} ({lease.Id})");
            default:
                return new BoxTerms(
                    StorageTariff.None, [], "boxes are shipper-owned: no detention and no empty return is priced");
        }
    }

    private static CostLine Line(PlanContext c, string what, Figure perTeu) =>
        new(what, Rounding.Cents(c.Reads.Mean(perTeu) * c.Cargo.Teu), perTeu.Id);
}
