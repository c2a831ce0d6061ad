namespace Rahdar.Planning.Questions;

/// <summary>What became of the question whether to wait.</summary>
public abstract record WaitOrDivertOutcome
{
    private WaitOrDivertOutcome()
    {
    }

    /// <summary>The crossing is not known to be shut when the boxes are ready.</summary>
    /// <param name="Crossing">What is known of it.</param>
    public sealed record Open(ShutCrossing Crossing) : WaitOrDivertOutcome;

    /// <summary>The best way does not use the crossing even when it is open: nothing to wait for.</summary>
    /// <param name="Crossing">What is known of it.</param>
    /// <param name="Best">The best plan with the closure looked past.</param>
    public sealed record OffTheWay(ShutCrossing Crossing, Itinerary Best) : WaitOrDivertOutcome;

    /// <summary>No way leads there, or none that can be waited for.</summary>
    /// <param name="Reason">Coded reason with evidence.</param>
    public sealed record NoWay(NoPlan Reason) : WaitOrDivertOutcome;

    /// <summary>Policies were compared.</summary>
    public sealed record Weighed : WaitOrDivertOutcome
    {
        private const int ShownMost = 5;

        private Weighed(
            ShutCrossing crossing, Itinerary through, IReadOnlyList<StoppingPoint> points,
            IReadOnlyList<WaitPolicy> policies, WaitRule rule, bool isTruncated)
        {
            (Crossing, Through, Points, Policies, Rule, IsTruncated) =
                (crossing, through, points, policies, rule, isTruncated);
            // Of equals the one that waits least, then the one nearest to the origin.
            Recommended = policies.MinBy(p => (p.Generalised.Mean, p.LastDay ?? int.MaxValue))!;
            CheapestWithoutStanding = policies.MinBy(p => (p.MeanWithoutStanding, p.LastDay ?? int.MaxValue))!;
            LeaveAtOnce = policies.FirstOrDefault(p => p.Point == points[0] && p.LastDay == 0);
            AlwaysWait = policies.Where(p => p.LastDay is null).MinBy(p => p.Generalised.Mean);
        }

        /// <summary>The crossing, what is known of it and how long it may stay shut.</summary>
        public ShutCrossing Crossing { get; }

        /// <summary>The best plan with the closure looked past, from the origin.</summary>
        public Itinerary Through { get; }

        /// <summary>Where boxes can wait, in order of time; the first is the origin.</summary>
        public IReadOnlyList<StoppingPoint> Points { get; }

        /// <summary>Every policy that can be carried out and differs from the others.</summary>
        public IReadOnlyList<WaitPolicy> Policies { get; }

        /// <summary>The policy of least expected generalised cost.</summary>
        public WaitPolicy Recommended { get; }

        /// <summary>The policy of least expected generalised cost if storage and standing while waiting were free, as
        /// they are in the prices of `plan` and `what-if`.</summary>
        public WaitPolicy CheapestWithoutStanding { get; }

        /// <summary>Leave the origin at once by another way; null when there is none.</summary>
        public WaitPolicy? LeaveAtOnce { get; }

        /// <summary>Wait without end, at the stopping point where that costs least; null when it may last longer than
        /// can be waited for.</summary>
        public WaitPolicy? AlwaysWait { get; }

        /// <summary>True when a search met a limit, so that a better way may exist.</summary>
        public bool IsTruncated { get; }

        internal WaitRule Rule { get; }

        /// <summary>Last day of reopening, counted from the knowledge date, on which having waited (at the cheapest
        /// point) costs no more than having left at once; 0 when none, null without another way.</summary>
        public int? LastPayingDay
        {
            get
            {
                if (Rule.Run(Points[0], 0, Limits.HorizonDays)?.Generalised is not { } atOnce) return null;
                return Enumerable.Range(1, Limits.HorizonDays).TakeWhile(day =>
                    Points.Min(p => Rule.Run(p, null, day)?.Generalised) <= atOnce).Count();
            }
        }

        /// <summary>A handful of policies at a stopping point by the day waited until: none, the best of the point, the
        /// days by which half and nine tenths of the closures are over, and without end.</summary>
        public IReadOnlyList<WaitPolicy> ListShown(StoppingPoint point)
        {
            var here = Policies.Where(p => p.Point == point).ToList();
            var (_, _, half, most) = Crossing.Remaining!.Spread;
            var waiting = here.Where(p => p.LastDay > 0).ToList();
            return [.. new[]
            {
                here.FirstOrDefault(p => p.LastDay == 0), here.MinBy(p => p.Generalised.Mean),
                waiting.LastOrDefault(p => p.LastDay <= half), waiting.LastOrDefault(p => p.LastDay <= most),
                here.FirstOrDefault(p => p.LastDay is null),
            }.OfType<WaitPolicy>().Distinct().OrderBy(p => p.LastDay ?? int.MaxValue).Take(ShownMost)];
        }

        internal static Weighed? Of(
            ShutCrossing crossing, Itinerary through, IReadOnlyList<StoppingPoint> points, WaitRule rule,
            bool isTruncated)
        {
            var policies = points.SelectMany(point => rule.LastDays(point).Select(day => rule.Policy(point, day)))
                .OfType<WaitPolicy>().ToList();
            return policies.Count == 0 ? null
                : new Weighed(crossing, through, points, policies, rule, isTruncated);
        }
    }
}
