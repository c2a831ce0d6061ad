using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>A ride by one service from one of its stops to a later one, as the boxes of the query may buy it.</summary>
/// <remarks>A frequency ride has WaitMinutes and no Runs; a dated ride has Runs (departure, arrival).</remarks>
internal sealed record OracleRide(
    Ground From, Ground To, string Train, OracleWay Way, int? WaitMinutes, int CutoffMinutes,
    IReadOnlyList<(int Departure, int Arrival)> Runs);

/// <summary>Finds the rides every service of a drawing offers.</summary>
internal sealed class OracleRides(OracleWorld world)
{
    private readonly OracleTrains trains = new(world);

    /// <summary>All rides of all services that have space for the boxes.</summary>
    public IReadOnlyList<OracleRide> List() =>
        [.. world.Drawing.Trains.Where(t => t.Capacity >= world.Boxes && t.Weekly != 0).SelectMany(ListRides)];

    private IEnumerable<OracleRide> ListRides(DrawnTrain train)
    {
        List<Hop?> hops = [];
        for (int stop = 0; stop + 1 < train.Stops.Count; stop++)
        {
            hops.Add(FindHop(train, train.Stops[stop], train.Stops[stop + 1]));
        }

        SetSeaTimes(train, hops);
        for (int i = 0; i < hops.Count; i++)
        {
            for (int j = i + 1; j <= hops.Count && hops[j - 1] is not null; j++)
            {
                OracleRide? ride = FindRide(train, hops, i, j);
                if (ride is not null)
                {
                    yield return ride;
                }
            }
        }
    }

    private OracleRide? FindRide(DrawnTrain train, List<Hop?> hops, int i, int j)
    {
        Ground from = new(train.Stops[i], train.Mode, hops[i]!.FirstGauge);
        Ground to = new(train.Stops[j], train.Mode, hops[j - 1]!.LastGauge);
        OracleWay? way = JoinHops(train, hops, i, j);
        long? cents = train.Mode == "sea" ? FindSeaCents(from.Place, to.Place) : way?.Cents;
        bool hasPrice = cents is not null && (train.Mode == "sea" || hops[i..j].All(h => h!.IsPriced));
        if (way is null || !hasPrice || from.Place == to.Place)
        {
            return null;
        }

        way = way with { Cents = cents!.Value, Text = $"{from.Place} ~ {train.Id} ~{way.Text}" };
        if (train.Weekly is not null)
        {
            return new OracleRide(from, to, train.Id, way, OracleUnits.RoundUp(84 * 60 / train.Weekly.Value), 0, []);
        }

        int cutoff = OracleUnits.RoundUpHours(train.CutoffHours!.Value);
        return new OracleRide(from, to, train.Id, way, null, cutoff, ListRuns(train, hops, i, way));
    }

    /// <summary>When the dated runs are at stop i, joined, and when the ride that begins there ends.</summary>
    private List<(int Departure, int Arrival)> ListRuns(DrawnTrain train, List<Hop?> hops, int i, OracleWay ride)
    {
        List<(int Departure, int Arrival)> runs = [];
        OracleWay? toStop = JoinHops(train, hops, 0, i);
        if (toStop is null)
        {
            return runs;
        }

        foreach (int start in world.ListDepartures(train).Where(d => d <= world.Horizon).Distinct().Order())
        {
            int? departure = OracleStep.FindEnd(toStop.Steps, start);
            int? arrival = departure is null ? null : OracleStep.FindEnd(ride.Steps, departure.Value);
            if (departure is not null && arrival is not null)
            {
                runs.Add((departure.Value, arrival.Value));
            }
        }

        return runs;
    }

    /// <summary>The way from stop i to stop j without a wait; null where a hop or a gauge change is missing.</summary>
    /// <remarks>
    /// A gauge change at a stop is for boxes that ride through, not for those that board there. Rail links with nothing
    /// between them, also over a stop, are one run of the train.
    /// </remarks>
    private OracleWay? JoinHops(DrawnTrain train, List<Hop?> hops, int i, int j)
    {
        List<Part> parts = [];
        for (int k = i; k < j; k++)
        {
            Hop? hop = hops[k];
            if (hop is null)
            {
                return null;
            }

            if (k > i && hop.FirstGauge != hops[k - 1]!.LastGauge)
            {
                OracleWay? change = world.FindGaugeWay(train.Stops[k], hops[k - 1]!.LastGauge, hop.FirstGauge);
                if (change is null)
                {
                    return null;
                }

                parts.Add(new Part(change, null));
            }

            parts.AddRange(hop.Parts);
        }

        return JoinParts(parts);
    }

    private OracleWay? JoinParts(List<Part> parts)
    {
        OracleWay? way = OracleWay.Empty;
        List<(DrawnLink, string, string)> run = [];
        for (int i = 0; i < parts.Count && way is not null; i++)
        {
            if (parts[i].Rail is { } rail)
            {
                run.Add(rail);
            }

            if (run.Count > 0 && (i + 1 == parts.Count || parts[i + 1].Rail is null))
            {
                OracleWay? over = trains.FindWay(run);
                way = over is null ? null : way.Then(over);
                run = [];
            }

            way = parts[i].Way is { } other ? way?.Then(other) : way;
        }

        return way;
    }

    /// <summary>The shortest path of links from one stop to the next with its borders and gauge changes.</summary>
    private Hop? FindHop(DrawnTrain train, string from, string to)
    {
        Hop? best = null;
        foreach (Hop hop in ListHops(train.Mode, from, to))
        {
            best = best is null || hop.Kilometres < best.Kilometres ? hop : best;
        }

        return best is null || !best.IsTimed ? null : best;
    }

    /// <summary>Every path of links that is in the same place on the same gauge at most once.</summary>
    private List<Hop> ListHops(string mode, string from, string to)
    {
        List<Hop> found = [];
        Extend(new Hop([], 0, 0, 0, true, true), from, []);
        return found;

        void Extend(Hop soFar, string at, List<(string, int)> passed)
        {
            if (at == to)
            {
                found.Add(soFar);
                return;
            }

            foreach ((DrawnLink link, string other) in world.ListLinks(at, mode))
            {
                Hop? next = other != from && !passed.Contains((other, link.Gauge ?? 0))
                    ? AddLink(soFar, at, other, link)
                    : null;
                if (next is not null)
                {
                    Extend(next, other, [.. passed, (other, link.Gauge ?? 0)]);
                }
            }
        }
    }

    private Hop? AddLink(Hop soFar, string from, string to, DrawnLink link)
    {
        int gauge = link.Gauge ?? 0;
        bool isFirst = soFar.Kilometres == 0;
        List<Part> parts = [.. soFar.Parts];
        if (!isFirst && gauge != soFar.LastGauge)
        {
            OracleWay? change = world.FindGaugeWay(from, soFar.LastGauge, gauge);
            if (change is null)
            {
                return null;
            }

            parts.Add(new Part(change, null));
        }

        BorderClock? border = world.FindBorder(from, to, link.Mode);
        if (border is not null)
        {
            parts.Add(new Part(world.GetClearanceWay(border), null));
        }

        // The time of a sea link is set for the whole hop later. A missing speed or price is noted, not a missing path.
        bool isSea = link.Mode == "sea";
        int? minutes = isSea ? 0 : world.FindLinkMinutes(link);
        long? cents = isSea ? 0 : world.FindLinkCents(link);
        parts.Add(link.Mode == "rail"
            ? new Part(null, (link, from, to))
            : new Part(new OracleWay(
                [OracleStep.Take(minutes ?? 0)], cents ?? 0, world.GetLinkGrams(link), [], $" > {to}"), null));
        return new Hop(
            parts, soFar.Kilometres + link.Kilometres, isFirst ? gauge : soFar.FirstGauge, gauge,
            soFar.IsTimed && minutes is not null, soFar.IsPriced && cents is not null);
    }

    /// <summary>A sea service takes its days as a whole, shared by km, each hop rounded up.</summary>
    private void SetSeaTimes(DrawnTrain train, List<Hop?> hops)
    {
        if (train.Mode != "sea")
        {
            return;
        }

        decimal? days = world.Drawing.TransitDays.FirstOrDefault(d => d.Train == train.Id)?.Days;
        bool isKnown = days is not null && hops.All(h => h is not null);
        decimal kilometres = hops.Sum(h => h?.Kilometres ?? 0);
        for (int i = 0; i < hops.Count; i++)
        {
            Hop? hop = hops[i];
            hops[i] = !isKnown || hop is null ? null : hop with
            {
                Parts = [new Part(
                    JoinParts([.. hop.Parts])! with
                    {
                        Steps = [OracleStep.Take(OracleUnits.RoundUp(
                            days!.Value * OracleUnits.MinutesADay * hop.Kilometres / kilometres))],
                    },
                    null)],
            };
        }
    }

    private long? FindSeaCents(string from, string to)
    {
        DrawnSeaPrice? price = world.Drawing.SeaPrices.FirstOrDefault(p => p.From == from && p.To == to);
        bool hasPorts = world.FindPort(from) is not null && world.FindPort(to) is not null;
        return price is null || !hasPorts ? null : OracleUnits.ToCents(price.Usd * world.Boxes);
    }

    /// <summary>One stop to the next. Gauges are 0 but for rail.</summary>
    private sealed record Hop(
        IReadOnlyList<Part> Parts, decimal Kilometres, int FirstGauge, int LastGauge, bool IsTimed, bool IsPriced);

    /// <summary>A piece of a hop: a rail link with the end it is entered at, or a way of its own.</summary>
    private sealed record Part(OracleWay? Way, (DrawnLink Link, string From, string To)? Rail);
}
