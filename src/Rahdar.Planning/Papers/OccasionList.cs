using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Legal;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Papers;

/// <summary>Every occasion of a journey, in the order of the way.</summary>
internal sealed class OccasionList
{
    private readonly CorridorNetwork _network;
    private readonly Journey _journey;
    private readonly Rulebook _rules;
    private readonly List<Occasion> _all = [];

    private OccasionList(CorridorNetwork network, Journey journey, Rulebook rules) =>
        (_network, _journey, _rules) = (network, journey, rules);

    internal static IReadOnlyList<Occasion> Of(CorridorNetwork network, Journey journey, Rulebook rules)
    {
        var list = new OccasionList(network, journey, rules);
        list.AddPlan();
        for (var i = 0; i < journey.Stretches.Count; i++) list.AddCustoms(i);
        foreach (var leg in journey.Legs) list.AddLeg(leg);
        return [.. list._all.OrderBy(o => o.Step).ThenBy(o => Rank(o.Moment))];
    }

    // Of what one element asks for, first what must be there when it begins.
    private static int Rank(PaperMoment moment) => moment switch
    {
        PaperMoment.Plan => 0,
        PaperMoment.Export => 1,
        PaperMoment.Leg or PaperMoment.Call => 2,
        PaperMoment.Change => 3,
        PaperMoment.Note => 4,
        _ => 5,
    };

    private void AddPlan()
    {
        var countries = _journey.Stretches.Select(s => s.Country).Distinct().ToList();
        _all.Add(new Occasion(
            PaperMoment.Plan, -1, "", _journey.Origin.Id, null, _journey.Departure,
            countries.Count == 1 ? $"the whole way in {countries[0]}" : $"the whole way over {List(countries)}")
        {
            Countries = countries,
        });
        foreach (var stretch in _journey.Stretches.DistinctBy(s => s.Country))
            AddTouch(stretch.Entry?.Step ?? -1, stretch.Country, stretch.From);
    }

    private void AddTouch(int step, string country, PlaceId place)
    {
        if (_all.Any(o => o.Moment == PaperMoment.Touch && o.Country == country)) return;
        _all.Add(new Occasion(
            PaperMoment.Touch, step, country, place, null, _journey.Departure, $"the way touches {country}"));
    }

    private void AddCustoms(int i)
    {
        var stretches = _journey.Stretches;
        if (stretches.Count == 1) return;
        var (here, isLast) = (stretches[i], i == stretches.Count - 1);
        var territories = stretches.Select(s => _rules.TerritoryOf(s.Country)).ToList();
        var isOneTerritory = territories.Distinct().Count() == 1;
        if (i == 0)
        {
            var exit = stretches[1].Entry!;
            Add(isOneTerritory ? PaperMoment.Inside : PaperMoment.Export, 0, exit.Mode,
                _journey.Departure, here.From, isOneTerritory ? "begins inside the union" : $"leaves {here.Country}");
            return;
        }
        var entry = here.Entry!;
        var isNew = territories[i] != territories[i - 1];
        if (isNew && territories[i] != here.Country)
            Add(PaperMoment.Union, entry.Step, entry.Mode, entry.Start, entry.Into,
                $"enters {territories[i]} from {entry.From} at {NameOf(entry.Into)}");
        if (isLast && !isOneTerritory && _rules.IsToPort)
            Add(PaperMoment.Port, entry.Step, entry.Mode, entry.Start, entry.Into,
                $"comes from {entry.From} at {NameOf(entry.Into)} and ends at a seaport, {NameOf(here.To)}");
        if (isLast && !isOneTerritory)
            Add(PaperMoment.Import, entry.Step, entry.Mode, _journey.Arrival, here.To,
                $"comes from {entry.From} and ends at {NameOf(here.To)}");
        else if (isNew)
            Add(PaperMoment.Transit, entry.Step, entry.Mode, entry.Start, entry.Into,
                $"passes {here.Country} from {NameOf(here.From)} to {NameOf(here.To)}");
        else
            Add(PaperMoment.Inside, entry.Step, entry.Mode, entry.Start, entry.Into,
                $"goes on from {entry.From} to {here.Country} inside {territories[i]}");

        void Add(PaperMoment moment, int step, Mode mode, Instant neededBy, PlaceId place, string why) =>
            _all.Add(new Occasion(moment, step, here.Country, place, mode, neededBy, why) { Stretch = i });
    }

    private void AddLeg(Leg leg)
    {
        var countries = leg.Countries;
        var by = leg.Mode.ToString().ToLowerInvariant();
        _all.Add(new Occasion(
            PaperMoment.Leg, leg.Step, countries[0], leg.From, leg.Mode, leg.Start,
            $"by {by} from {NameOf(leg.From)} to {NameOf(leg.To)}")
        {
            Countries = countries,
        });
        if (leg.Mode == Mode.Rail && countries.Count > 1) AddRailNotes(leg);
        foreach (var crossing in leg.Crossings.Where(_ => leg.Mode is Mode.Rail or Mode.Road))
            _all.Add(new Occasion(
                PaperMoment.Entry, crossing.Step, crossing.To, crossing.Into, leg.Mode, leg.Start,
                $"enters {crossing.To} by {by} at {NameOf(crossing.Into)}"));
        foreach (var call in leg.Calls)
        {
            var country = _network.GetPlaceOrUnlinked(call).Country;
            _all.Add(new Occasion(
                PaperMoment.Call, leg.Step, country, call, leg.Mode, _journey.Departure, $"calls at {NameOf(call)}"));
            AddTouch(leg.Step, country, call);
        }
    }

    /// <summary>One note for each run of countries under one contract of carriage, and the changes between.</summary>
    private void AddRailNotes(Leg leg)
    {
        string? contract = null;
        for (var i = 0; i < leg.Countries.Count; i++)
        {
            var crossing = i == 0 ? null : leg.Crossings[i - 1];
            var note = new Occasion(
                PaperMoment.Note, crossing?.Step ?? leg.Step, leg.Countries[i], crossing?.At ?? leg.From, leg.Mode,
                crossing?.Start ?? leg.Start, "");
            var next = _rules.ListFor(note).Select(r => r.Treaty?.Instrument).FirstOrDefault();
            if (next is null || next == contract) continue;
            if (contract is not null && crossing is not null)
                _all.Add(new Occasion(
                    PaperMoment.Change, crossing.Step, crossing.From, crossing.At, leg.Mode, crossing.Start,
                    $"{contract} up to {NameOf(crossing.At)}, {next} from there")
                {
                    Countries = [crossing.From, crossing.To],
                });
            _all.Add(note with { Why = $"by rail from {NameOf(note.Place)} under {next}" });
            contract = next;
        }
    }

    private string NameOf(PlaceId place) => _network.GetPlaceOrUnlinked(place).Name;

    private static string List(IReadOnlyList<string> words) => string.Join(", ", words);
}
