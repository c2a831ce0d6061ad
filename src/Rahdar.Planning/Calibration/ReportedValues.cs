using Rahdar.Network;
using Rahdar.Network.Indicators;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Calibration;

/// <summary>Published border times of one post or country, one mode and one direction.</summary>
/// <param name="Scope">Post, or the mean of a country's posts.</param>
/// <param name="ScopeId">Place or country.</param>
/// <param name="Country">Country that reports.</param>
/// <param name="Mode">Rail or road.</param>
/// <param name="Direction">Out of or into that country.</param>
/// <param name="ByYear">Values by data year, in order.</param>
public sealed record BorderSeries(
    IndicatorScope Scope, string ScopeId, string Country, Mode Mode, IndicatorDirection Direction,
    IReadOnlyDictionary<int, PublishedIndicator> ByYear)
{
    /// <summary>Hours published for a year; null when none were.</summary>
    public decimal? HoursOf(int year) => ByYear.GetValueOrDefault(year)?.Value.Value.Mean;

    /// <summary>Mean of the years from one to before another; null when none is published.</summary>
    internal decimal? MeanOf(int from, int before)
    {
        var known = ByYear.Where(y => y.Key >= from && y.Key < before).Select(y => y.Value.Value.Value.Mean).ToList();
        return known.Count == 0 ? null : known.Average();
    }
}

/// <summary>Published border times as series, with the country that reports each.</summary>
internal sealed class ReportedValues
{
    private readonly CorridorNetwork _network;
    private readonly ILookup<string, string> _countriesByPage;

    internal ReportedValues(CorridorNetwork network)
    {
        _network = network;
        _countriesByPage = network.Indicators.Where(i => i.Scope == IndicatorScope.Country)
            .SelectMany(i => Pages(i).Select(p => (Page: p, Country: i.ScopeId))).Distinct()
            .ToLookup(x => x.Page, x => x.Country);
        Series =
        [
            .. network.Indicators.Where(i => i.Kind == "TFI1" && i.Direction != IndicatorDirection.All
                    && i.Scope is IndicatorScope.Post or IndicatorScope.Country)
                .GroupBy(i => (i.Scope, i.ScopeId, Country: CountryOf(i), i.Mode, i.Direction))
                .Select(g => new BorderSeries(
                    g.Key.Scope, g.Key.ScopeId, g.Key.Country, g.Key.Mode, g.Key.Direction,
                    new SortedDictionary<int, PublishedIndicator>(
                        g.DistinctBy(i => i.DataYear).ToDictionary(i => i.DataYear))))
                .OrderByDescending(s => s.Scope).ThenBy(s => s.Country, StringComparer.Ordinal)
                .ThenBy(s => s.ScopeId, StringComparer.Ordinal).ThenBy(s => s.Mode).ThenBy(s => s.Direction),
        ];
    }

    /// <summary>Posts first, then countries.</summary>
    internal IReadOnlyList<BorderSeries> Series { get; }

    /// <summary>Value of the judged year for one side of a crossing: of the post itself, else of its country's
    /// posts.</summary>
    internal PublishedIndicator? FindSide(
        IReadOnlyList<PlaceId> posts, string country, Mode mode, IndicatorDirection direction) =>
        Series.Where(s => s.Country == country && s.Mode == mode && s.Direction == direction
                && (s.Scope == IndicatorScope.Country || posts.Contains(new PlaceId(s.ScopeId))))
            .Select(s => s.ByYear.GetValueOrDefault(CalibrationReport.JudgedYear)).FirstOrDefault(i => i is not null);

    /// <summary>A page that tells values of one country speaks for it, also about the post across; else the post's
    /// own country.</summary>
    private string CountryOf(PublishedIndicator i)
    {
        if (i.Scope == IndicatorScope.Country) return i.ScopeId;
        var countries = Pages(i).SelectMany(p => _countriesByPage[p]).Distinct().ToList();
        return countries is [var only] ? only : _network.GetPlaceOrUnlinked(new PlaceId(i.ScopeId)).Country;
    }

    private static string[] Pages(PublishedIndicator i) => i.Value.Provenance.Source.Split(';');
}
