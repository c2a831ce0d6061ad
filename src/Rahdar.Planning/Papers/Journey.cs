using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Papers;

/// <summary>A change of country on the way.</summary>
/// <param name="Step">Index of the element that makes it.</param>
/// <param name="From">Country left, ISO 3166.</param>
/// <param name="To">Country entered.</param>
/// <param name="At">Last place in the country left: the post, port or airport.</param>
/// <param name="Into">First place in the country entered.</param>
/// <param name="Mode">How it is crossed.</param>
/// <param name="Start">Instant the clearance, or the ride by sea or air, begins.</param>
internal sealed record Crossing(
    int Step, string From, string To, PlaceId At, PlaceId Into, Mode Mode, Instant Start);

/// <summary>The part of the way in one country.</summary>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="From">First place in it.</param>
/// <param name="To">Last place in it.</param>
/// <param name="Entry">How it was entered; null for the country of origin.</param>
internal sealed record Stretch(string Country, PlaceId From, PlaceId To, Crossing? Entry);

/// <summary>Rides of one mode in a row, under one contract of carriage; by sea and air each ride.</summary>
/// <param name="Step">Index of its first element.</param>
/// <param name="Mode">Mode.</param>
/// <param name="From">Where it begins.</param>
/// <param name="StartCountry">Country of that place.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Start">Instant it begins.</param>
/// <param name="Crossings">Changes of country on it, in order.</param>
/// <param name="Calls">Places its service calls at between the ends of a ride, by sea and air.</param>
internal sealed record Leg(
    int Step, Mode Mode, PlaceId From, string StartCountry, PlaceId To, Instant Start,
    IReadOnlyList<Crossing> Crossings, IReadOnlyList<PlaceId> Calls)
{
    /// <summary>Countries of the leg in order.</summary>
    internal IReadOnlyList<string> Countries => [StartCountry, .. Crossings.Select(c => c.To)];
}

/// <summary>A plan seen by those who ask for papers: countries, crossings and legs in order.</summary>
internal sealed class Journey
{
    private readonly CorridorNetwork _network;
    private readonly List<Crossing> _crossings = [];
    private readonly List<Leg> _legs = [];
    private string _here;

    /// <summary>Reads a plan.</summary>
    internal Journey(CorridorNetwork network, Itinerary plan)
    {
        _network = network;
        var (first, last) = (plan.Elements[0], plan.Elements[^1]);
        (Origin, Destination) = (network.GetPlace(first.From), network.GetPlace(last.To));
        _here = Origin.Country;
        Walk(plan.Elements);
        Stretches =
        [
            .. Enumerable.Range(0, _crossings.Count + 1).Select(i => new Stretch(
                i == 0 ? Origin.Country : _crossings[i - 1].To,
                i == 0 ? first.From : _crossings[i - 1].Into,
                i == _crossings.Count ? last.To : _crossings[i].At,
                i == 0 ? null : _crossings[i - 1])),
        ];
        Departure = _legs.Count > 0 ? _legs[0].Start : plan.Ready;
        Arrival = plan.Arrival;
    }

    internal Place Origin { get; }

    internal Place Destination { get; }

    internal Instant Departure { get; }

    internal Instant Arrival { get; }

    /// <summary>Countries in order; a country passed twice stands twice.</summary>
    internal IReadOnlyList<Stretch> Stretches { get; }

    internal IReadOnlyList<Leg> Legs => _legs;

    private string CountryOf(PlaceId place) => _network.GetPlace(place).Country;

    private void Walk(IReadOnlyList<Element> elements)
    {
        // A border stands before the ride over it, and belongs to the leg of that ride.
        var before = new List<Crossing>();
        for (var i = 0; i < elements.Count; i++)
        {
            var e = elements[i];
            var mode = ModeOf(e);
            if (CountryOf(e.To) != _here && mode is { } by)
            {
                before.Add(new Crossing(i, _here, CountryOf(e.To), e.From, e.To, by, e.Departure));
                _here = CountryOf(e.To);
            }
            if (mode is not { } m || e.Kind == ElementKind.Border) continue;
            if (m is Mode.Rail or Mode.Road && _legs.Count > 0 && _legs[^1].Mode == m)
                _legs[^1] = _legs[^1] with { To = e.To, Crossings = [.. _legs[^1].Crossings, .. before] };
            else _legs.Add(NewLeg(i, e, m, before));
            _crossings.AddRange(before);
            before.Clear();
        }
    }

    private Leg NewLeg(int step, Element ride, Mode mode, IReadOnlyList<Crossing> before)
    {
        var first = before.Count > 0 && before[0].Step < step ? before[0] : null;
        var from = first?.At ?? ride.From;
        return new Leg(
            first?.Step ?? step, mode, from, CountryOf(from), ride.To, first?.Start ?? ride.Departure, [.. before],
            Calls(ride));
    }

    private IReadOnlyList<PlaceId> Calls(Element ride)
    {
        if (ride.Kind is not (ElementKind.Sea or ElementKind.Air) || ride.ServiceId.Length == 0) return [];
        var stops = _network.Services.First(s => s.Id == ride.ServiceId).Stops.ToList();
        var from = stops.IndexOf(ride.From);
        var to = stops.IndexOf(ride.To, Math.Max(from, 0));
        return from < 0 || to < 0 ? [] : stops.GetRange(from + 1, Math.Max(to - from - 1, 0));
    }

    private Mode? ModeOf(Element e) => e.Kind switch
    {
        ElementKind.Rail => Mode.Rail,
        ElementKind.Road => Mode.Road,
        ElementKind.Sea => Mode.Sea,
        ElementKind.Air => Mode.Air,
        ElementKind.Border => _network.Borders.First(b => b.Id == e.BorderId).Mode,
        _ => null,
    };
}
