using NodaTime;

namespace Rahdar.Planning.Questions;

/// <summary>One way to divide a consignment: so many boxes a part, the last part takes the rest.</summary>
/// <param name="PartBoxes">Boxes of each part but the last.</param>
/// <param name="Parts">What each part got, in order.</param>
public sealed record Split(int PartBoxes, IReadOnlyList<Allotment> Parts)
{
    /// <summary>True when every part has a plan.</summary>
    public bool IsComplete => Parts.All(p => p.Taken is not null);

    /// <summary>Arrival of the first part to come; null without a plan.</summary>
    public Instant? FirstArrival => Parts.Min(p => p.Taken?.Plan.Arrival);

    /// <summary>Arrival of the last part; null unless complete.</summary>
    public Instant? LastArrival => IsComplete ? Parts.Max(p => p.Taken!.Plan.Arrival) : null;

    /// <summary>Cost of all parts, US cents; null unless complete.</summary>
    public long? Cents => IsComplete ? Parts.Sum(p => p.Taken!.Cents) : null;

    /// <summary>Money and time of all parts, each with its share of the value of time; null unless complete.</summary>
    public long? GeneralisedCents => IsComplete ? Parts.Sum(p => p.Taken!.GeneralisedCents) : null;

    /// <summary>Boxes of each part.</summary>
    /// <param name="boxes">Boxes in all.</param>
    /// <param name="partBoxes">Boxes of each part but the last.</param>
    public static IReadOnlyList<int> Sizes(int boxes, int partBoxes)
    {
        var sizes = new List<int>();
        for (var left = boxes; left > 0; left -= partBoxes) sizes.Add(Math.Min(left, partBoxes));
        return sizes;
    }
}
