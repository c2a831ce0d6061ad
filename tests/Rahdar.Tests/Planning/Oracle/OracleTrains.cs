using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>A train over a row of rail links, whole at both ends and in portions where a section asks for it.</summary>
/// <remarks>Written from docs/decisions/0005-split-trains.md. A wagon of a drawing takes one box.</remarks>
internal sealed class OracleTrains(OracleWorld world)
{
    private const int WagonMetres = 10;
    private const int WagonTonnes = 20;

    private int Wagons => world.Boxes;

    /// <summary>The way over these links, a missing price counted as nothing; null where a wagon does not fit, or the
    /// drawing does not say what splitting takes.</summary>
    public OracleWay? FindWay(IReadOnlyList<(DrawnLink Link, string From, string To)> links)
    {
        OracleWay way = OracleWay.Empty;
        int portions = 1;
        foreach ((DrawnLink link, string from, string to) in links)
        {
            int? needed = FindPortions(link);
            if (needed is null || (needed > 1 && world.Drawing.Split is null))
            {
                return null;
            }

            way = way.Then(Change(from, portions, needed.Value)).Then(Run(link, to, needed.Value));
            portions = needed.Value;
        }

        return way.Then(Change(links[^1].To, portions, 1));
    }

    /// <summary>The least number of portions that the section takes, tried one after the other.</summary>
    public int? FindPortions(DrawnLink link)
    {
        for (int portions = 1; portions <= Wagons; portions++)
        {
            int wagons = (Wagons + portions - 1) / portions;
            decimal tonnes = wagons * (WagonTonnes + world.Drawing.Cargo.TonnesABox);
            if (!(wagons * WagonMetres > link.LongestMetres) && !(tonnes > link.HeaviestTonnes))
            {
                return portions;
            }
        }

        return null;
    }

    private OracleWay Change(string place, int before, int after)
    {
        if (before == after)
        {
            return OracleWay.Empty;
        }

        DrawnSplit split = world.Drawing.Split!;
        int work = OracleUnits.RoundUpHours(Math.Abs(after - before) * split.WorkHours);
        int wait = OracleUnits.RoundUpHours((after - 1) * split.HeadwayHours);
        return OracleWay.Empty with { Steps = [OracleStep.Take(work + wait)], Text = $" | {place} {after} portions" };
    }

    private OracleWay Run(DrawnLink link, string to, int portions)
    {
        long locomotives = portions == 1 ? 0 : OracleWorld.ListShares(link).Sum(
            s => OracleUnits.ToCents((portions - 1) * s.Kilometres * world.Drawing.Split!.LocomotiveUsd));
        return new OracleWay(
            [OracleStep.Take(world.FindLinkMinutes(link)!.Value)],
            (world.FindLinkCents(link) ?? 0) + locomotives, world.GetLinkGrams(link), [], $" > {to}");
    }
}
