using NodaTime;

namespace Rahdar.Indicators.Sections;

/// <summary>Speed on a corridor section, with and without delay. CPMM indicator TFI4: SWD and SWOD.</summary>
/// <remarks>Unit: km/h. With delay, time is the whole time of the way; without, the time moving. A run of unknown
/// length is left out of both. Source: CAREC CPMM, definition of TFI4.</remarks>
/// <param name="Speeds">Mean and spread of the speeds of the runs.</param>
/// <param name="Pooled">All kilometres by all hours; null without a run.</param>
public sealed record SectionSpeed(Statistic Speeds, decimal? Pooled)
{
    /// <summary>Speed with delay, SWD.</summary>
    public static SectionSpeed WithDelay(IEnumerable<SectionRun> runs) => Of(runs, r => r.Total);

    /// <summary>Speed without delay, SWOD.</summary>
    public static SectionSpeed WithoutDelay(IEnumerable<SectionRun> runs) => Of(runs, r => r.Moving);

    private static SectionSpeed Of(IEnumerable<SectionRun> runs, Func<SectionRun, Duration> time)
    {
        var moved = runs.Where(r => r.HasMoved).ToList();
        return new SectionSpeed(
            Statistic.Of(moved.Select(r => (r.Km!.Value / Hours.Of(time(r)), r.Unit.Count))),
            moved.Count == 0 ? null
                : moved.Sum(r => r.Km!.Value * r.Unit.Count) / moved.Sum(r => Hours.Of(time(r)) * r.Unit.Count));
    }
}
