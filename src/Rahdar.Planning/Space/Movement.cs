using Rahdar.Network.Places;

namespace Rahdar.Planning.Space;

/// <summary>One step in time of a movement: a fixed time, or a border that makes it wait.</summary>
/// <param name="Minutes">Fixed minutes; 0 for a border.</param>
/// <param name="Border">The border's clock; null for a fixed time.</param>
/// <param name="Element">Index of the element the step belongs to.</param>
internal readonly record struct Step(int Minutes, BorderClock? Border, int Element);

/// <summary>An element of a movement before it has times.</summary>
internal sealed record ElementDraft(ElementKind Kind, PlaceId From, PlaceId To)
{
    internal string ServiceId { get; init; } = "";

    internal string BorderId { get; init; } = "";

    internal decimal Km { get; set; }

    internal List<CostLine> Cost { get; } = [];

    internal long Nanonepers { get; set; }

    internal long Grams { get; set; }

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
    /// <summary>True when the clock time is assumed: nothing is timed just in time for it.</summary>
    internal bool IsAnnounced { get; init; }

    internal static readonly Leaving AtOnce = new(0, null, "");
}

/// <summary>What a movement is made of, so that it can be built again with figures listed or changed.</summary>
internal abstract record MovementSpec(State From, State To);

/// <summary>An arc of the plan space, ready for the search.</summary>
internal sealed class Movement
{
    internal Movement(
        MovementSpec spec, Leaving leaving, bool isScheduled, IReadOnlyList<ElementDraft> elements,
        IReadOnlyList<Step> steps)
    {
        (Spec, Leaving, IsScheduled, Elements, Steps) = (spec, leaving, isScheduled, elements, [.. steps]);
        foreach (var element in elements)
        {
            Cents += element.Cost.Sum(line => line.Cents);
            Nanonepers += element.Nanonepers;
            Grams += element.Grams;
        }
    }

    internal MovementSpec Spec { get; }

    internal Leaving Leaving { get; }

    /// <summary>True for a ride of a service: nothing is timed just in time through it.</summary>
    internal bool IsScheduled { get; }

    internal IReadOnlyList<ElementDraft> Elements { get; }

    internal Step[] Steps { get; }

    internal long Cents { get; }

    internal long Nanonepers { get; }

    internal long Grams { get; }

    /// <summary>Minute of arrival when it leaves at a minute; null when a border never opens again.</summary>
    internal int? Arrive(int leaves)
    {
        var at = leaves;
        foreach (var step in Steps)
        {
            at += step.Minutes;
            if (step.Border is null) continue;
            if (step.Border.Pass(at) is not { } pass) return null;
            at = pass.End;
        }
        return at;
    }

    /// <summary>Least minutes between the chosen start and the arrival.</summary>
    internal int MinutesMin
    {
        get
        {
            var sum = (long)Leaving.WaitMinutes;
            foreach (var step in Steps) sum += step.Minutes + (step.Border?.MinutesMin ?? 0);
            return (int)Math.Min(sum, int.MaxValue / 4);
        }
    }

    /// <summary>Latest chosen start that arrives at a minute or before; null when there is none. Not for timetabled
    /// rides.</summary>
    internal int? LatestStart(int arrival)
    {
        var at = arrival;
        for (var i = Steps.Length - 1; i >= 0; i--)
        {
            if (Steps[i].Border is { } border)
            {
                if (border.LatestArrival(at) is not { } latest) return null;
                at = latest;
            }
            at -= Steps[i].Minutes;
        }
        return at - Leaving.WaitMinutes;
    }
}
