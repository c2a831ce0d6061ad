using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>A stretch of time and the figures it comes from, in whole minutes.</summary>
/// <remarks>Each formula stands here once: a plan takes the planning values, a forecast others.</remarks>
internal abstract record Span
{
    private Span()
    {
    }

    /// <summary>Minutes when the figures have these values.</summary>
    internal abstract int Minutes(Func<Figure, decimal> value);

    /// <summary>A share of a link run at a speed, stretched by rest where driving hours are given.</summary>
    internal sealed record Run(Figure Km, decimal Share, Figure Speed, Figure? DrivingHours = null) : Span
    {
        internal override int Minutes(Func<Figure, decimal> value) => DrivingHours is null
            ? Rounding.RunMinutes(value(Km) * Share, value(Speed))
            : Rounding.RunMinutes(value(Km) * Share, value(Speed), value(DrivingHours));
    }

    /// <summary>So many times some hours; 24 times for a figure in days.</summary>
    internal sealed record Hours(Figure Each, decimal Times = 1) : Span
    {
        internal override int Minutes(Func<Figure, decimal> value) => Rounding.Minutes(value(Each) * Times);
    }

    /// <summary>Part of a service's transit days: by the length of one hop among all its hops.</summary>
    internal sealed record Transit(Figure Days, HopWay Hop, IReadOnlyList<HopWay> All) : Span
    {
        internal override int Minutes(Func<Figure, decimal> value) =>
            Rounding.ShareMinutes(value(Days) * 24m, Hop.Length(value), All.Sum(h => h.Length(value)));
    }

    /// <summary>A gauge yard: its work or its capacity, whichever takes longer, after the wait for wagons.</summary>
    internal sealed record Yard(Figure? Work, Figure? CapacityPerDay, decimal Units, Figure? WaitForWagons) : Span
    {
        internal override int Minutes(Func<Figure, decimal> value)
        {
            var work = Work is null ? 0m : value(Work);
            if (CapacityPerDay is not null && value(CapacityPerDay) is > 0 and var capacity)
                work = Math.Max(work, 24m * Units / capacity);
            return Rounding.Minutes(work) + (WaitForWagons is null ? 0 : Rounding.Minutes(value(WaitForWagons)));
        }
    }

    /// <summary>Half the time between two departures of which only their number a week is known.</summary>
    internal sealed record Frequency(Figure PerWeek) : Span
    {
        private const decimal HalfWeekHours = 84m;

        internal override int Minutes(Func<Figure, decimal> value)
        {
            var perWeek = value(PerWeek);
            // As good as never: longer than any plan may last, and no quotient that a minute cannot hold.
            return perWeek * Limits.HorizonDays * 24m <= HalfWeekHours
                ? Limits.HorizonDays * 1440
                : Rounding.ShareMinutes(HalfWeekHours, 1m, perWeek);
        }
    }

    /// <summary>Minutes of a published timetable: no figure moves them.</summary>
    internal sealed record Published(int Told) : Span
    {
        internal override int Minutes(Func<Figure, decimal> value) => Told;
    }

    /// <summary>One after the other, each a whole number of minutes.</summary>
    internal sealed record Sum(IReadOnlyList<Span> Parts) : Span
    {
        internal override int Minutes(Func<Figure, decimal> value)
        {
            var sum = 0;
            foreach (var part in Parts) sum += part.Minutes(value);
            return sum;
        }
    }
}
