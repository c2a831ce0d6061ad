using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>One step in time of a movement: a fixed time, or a border that makes it wait.</summary>
/// <param name="Minutes">Fixed minutes, the planning value; 0 for a border.</param>
/// <param name="Border">The border's clock; null for a fixed time.</param>
/// <param name="Element">Index of the element the step belongs to.</param>
internal readonly record struct Step(int Minutes, BorderClock? Border, int Element)
{
    /// <summary>How the fixed minutes come from figures; null for a border.</summary>
    internal Span? Span { get; private init; }

    /// <summary>Figure behind the border's clearance time; null for a fixed time and for a gate at sea.</summary>
    internal Figure? Clearance { get; private init; }

    /// <summary>Minute at which steps begun at a minute end; null when a border never opens again.</summary>
    internal static int? Run(ReadOnlySpan<Step> steps, int begin)
    {
        var at = begin;
        foreach (ref readonly var step in steps)
        {
            at += step.Minutes;
            if (step.Border is null) continue;
            if (step.Border.Pass(at) is not { } pass) return null;
            at = pass.End;
        }
        return at;
    }

    internal static Step Fixed(Span span, FigureReads reads, int element) =>
        new(span.Minutes(reads.Mean), null, element) { Span = span };

    internal static Step At(BorderClock clock, Figure? clearance, int element) =>
        new(0, clock, element) { Clearance = clearance };
}

/// <summary>An element of a movement before it has times.</summary>
internal sealed record ElementDraft(ElementKind Kind, PlaceId From, PlaceId To)
{
    internal string ServiceId { get; init; } = "";

    internal string BorderId { get; init; } = "";

    internal decimal Km { get; set; }

    internal List<CostLine> Cost { get; } = [];

    internal long Nanonepers { get; set; }

    internal long Grams { get; set; }

    /// <summary>What its time is made of, in order; empty for a border.</summary>
    internal List<Span> Spans { get; } = [];

    internal string Note { get; set; } = "";

    /// <summary>Why the carrier waits before it, when it does.</summary>
    internal string WaitReason { get; init; } = "";
}

/// <summary>When a movement leaves a ground state.</summary>
/// <param name="WaitMinutes">Minutes between the chosen start and leaving.</param>
/// <param name="Dated">Departures as minutes with the latest start that makes them; null unless timetabled.</param>
/// <param name="Reason">Why it waits.</param>
internal sealed record Leaving(int WaitMinutes, IReadOnlyList<(int Leaves, int LatestStart)>? Dated, string Reason)
{
    internal static readonly Leaving AtOnce = new(0, null, "");

    /// <summary>True when the clock time is assumed: nothing is timed just in time for it.</summary>
    internal bool IsAnnounced { get; init; }

    /// <summary>How the wait comes from a figure: a frequency, or hours to make a train up; null without a
    /// wait.</summary>
    internal Span? Wait { get; private init; }

    internal static Leaving After(Span wait, FigureReads reads, string reason) =>
        new(wait.Minutes(reads.Mean), null, reason) { Wait = wait };
}

/// <summary>What a movement is made of, so that it can be built again with figures listed or changed.</summary>
internal abstract record MovementSpec(State From, State To);

/// <summary>An arc of the plan space, ready for the search.</summary>
internal sealed class Movement
{
    private readonly Lazy<Movement>? _whole;
    private readonly IReadOnlyList<ElementDraft> _elements = [];
    private readonly Step[] _steps = [];
    private readonly int _minutes;

    internal Movement(
        MovementSpec spec, Leaving leaving, bool isScheduled, IReadOnlyList<ElementDraft> elements,
        IReadOnlyList<Step> steps)
    {
        (Spec, Leaving, IsScheduled, _elements, _steps) = (spec, leaving, isScheduled, elements, [.. steps]);
        foreach (var element in elements)
        {
            Cents += element.Cost.Sum(line => line.Cents);
            Nanonepers += element.Nanonepers;
            Grams += element.Grams;
        }
    }

    /// <summary>A run of which the search needs no more than the sums: the rest is built when a plan takes
    /// it.</summary>
    internal Movement(MovementSpec spec, RunSums sums, Func<Movement> build)
    {
        (Spec, Leaving, _minutes, _whole) = (spec, Leaving.AtOnce, sums.Minutes, new Lazy<Movement>(build));
        (Cents, Nanonepers, Grams) = (sums.Cents, sums.Nepers, sums.Grams);
    }

    internal MovementSpec Spec { get; }

    internal Leaving Leaving { get; }

    /// <summary>True for a ride of a service: nothing is timed just in time through it.</summary>
    internal bool IsScheduled { get; }

    internal IReadOnlyList<ElementDraft> Elements => _whole?.Value.Elements ?? _elements;

    internal Step[] Steps => _whole?.Value.Steps ?? _steps;

    /// <summary>True when a clock stands on the way, so that how long it takes depends on when it leaves.</summary>
    internal bool HasClock => Array.Exists(_steps, s => s.Border is not null);

    internal long Cents { get; }

    internal long Nanonepers { get; }

    internal long Grams { get; }

    /// <summary>Minute of arrival when it leaves at a minute; null when a border never opens again.</summary>
    internal int? Arrive(int leaves) => Step.Run(_steps, leaves + _minutes);

    /// <summary>Least minutes between the chosen start and the arrival.</summary>
    internal int MinutesMin
    {
        get
        {
            var sum = (long)Leaving.WaitMinutes + _minutes;
            foreach (var step in _steps) sum += step.Minutes + (step.Border?.MinutesMin ?? 0);
            return (int)Math.Min(sum, int.MaxValue / 4);
        }
    }

    /// <summary>Latest chosen start that arrives at a minute or before; null when there is none. Not for timetabled
    /// rides.</summary>
    internal int? LatestStart(int arrival)
    {
        var at = arrival - _minutes;
        for (var i = _steps.Length - 1; i >= 0; i--)
        {
            if (_steps[i].Border is { } border)
            {
                if (border.LatestArrival(at) is not { } latest) return null;
                at = latest;
            }
            at -= _steps[i].Minutes;
        }
        return at - Leaving.WaitMinutes;
    }
}
