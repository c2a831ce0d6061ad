namespace Rahdar.Simulation.Rail;

/// <summary>Way of a train of a given length through a layout: the places in order, and at which of them it can stop.
/// Immutable; many trains may share one.</summary>
/// <remarks>A stopping place has a track that takes the whole train, or always accepts. From one to the next is a hop:
/// what lies between is passed without stopping. The first place is where the train comes in, the last always accepts.
/// </remarks>
public sealed class TrainRoute
{
    /// <summary>A way from a place over some sections.</summary>
    /// <param name="layout">The tracks.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="sections">Sections in running order; at least one.</param>
    /// <param name="trainLengthMetres">Length of the train with its locomotives, at least 1.</param>
    /// <remarks>Throws: when the sections do not join, the train cannot stand at its first place, its last does not
    /// always accept, or one hop would need the same place or track twice.</remarks>
    public TrainRoute(TrackLayout layout, int from, IReadOnlyList<int> sections, int trainLengthMetres)
    {
        if (sections.Count == 0) throw new ArgumentException("a route has sections", nameof(sections));
        ArgumentOutOfRangeException.ThrowIfLessThan(trainLengthMetres, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trainLengthMetres, RailLimits.TrainLengthMax);
        (Layout, TrainLengthMetres) = (layout, trainLengthMetres);
        SectionAt = [.. sections];
        Class = layout.ClassOf(trainLengthMetres);
        PlaceAt = ListPlaces(from);
        LengthAt = [.. sections.Select(s => layout.Sections[s].LengthMetres)];
        TrackAt = [.. sections.Select((s, i) => layout.SectionTrack(s, PlaceAt[i]))];
        StopAt = [.. Enumerable.Range(0, PlaceAt.Length).Where(CanStopAt)];
        if (StopAt.Length == 0 || StopAt[0] != 0)
            throw new ArgumentException($"{trainLengthMetres} m do not fit into {NameAt(0)}", nameof(from));
        if (!layout.Places[PlaceAt[^1]].AlwaysAccepts)
            throw new ArgumentException($"a route cannot end at {NameAt(PlaceAt.Length - 1)}", nameof(sections));
        for (var stop = 0; stop + 1 < StopAt.Length; stop++) CheckHop(StopAt[stop], StopAt[stop + 1]);
        (StopsAhead, PassesAhead) = (new ulong[StopAt.Length * layout.Words], new ulong[StopAt.Length * layout.Words]);
        LookAhead();
    }

    /// <summary>The layout it leads through.</summary>
    public TrackLayout Layout { get; }

    /// <summary>Length of the train, metres.</summary>
    public int TrainLengthMetres { get; }

    /// <summary>Places in running order, the first and the last included.</summary>
    public IReadOnlyList<int> Places => PlaceAt;

    /// <summary>Sections in running order; number n leads from place n to place n + 1.</summary>
    public IReadOnlyList<int> Sections => SectionAt;

    /// <summary>Positions in <see cref="Places"/> where the train can stop, ascending; the first and the last are.
    /// </summary>
    public IReadOnlyList<int> Stops => StopAt;

    internal int[] PlaceAt { get; }

    internal int[] SectionAt { get; }

    internal int[] LengthAt { get; }

    /// <summary>Track taken of each section, in the layout's count of section tracks.</summary>
    internal int[] TrackAt { get; }

    internal int[] StopAt { get; }

    /// <summary>Least class of track that takes the train.</summary>
    internal int Class { get; }

    /// <summary>For each stop, places of its district at which the train will stop before it reaches one that always
    /// accepts: one bit each, a stop's words side by side. The place of the stop itself is left out: what the train
    /// holds there is free when it comes again.</summary>
    internal ulong[] StopsAhead { get; }

    /// <summary>The same for places that it passes.</summary>
    internal ulong[] PassesAhead { get; }

    private int[] ListPlaces(int from)
    {
        var places = new int[SectionAt.Length + 1];
        places[0] = from;
        for (var i = 0; i < SectionAt.Length; i++)
        {
            var section = Layout.Sections[SectionAt[i]];
            places[i + 1] = section.From == places[i] ? section.To
                : section.To == places[i] ? section.From
                : throw new ArgumentException(
                    $"section {SectionAt[i]} does not begin at {Layout.Places[places[i]].Name}");
        }
        return places;
    }

    private bool CanStopAt(int position)
    {
        var place = PlaceAt[position];
        return Layout.Places[place].AlwaysAccepts || Layout.Fits[place * (Layout.Classes + 1) + Class] != 0;
    }

    private void CheckHop(int first, int last)
    {
        var limited = PlaceAt[first..(last + 1)].Where(p => !Layout.Places[p].AlwaysAccepts).ToList();
        var tracks = TrackAt[first..last];
        if (limited.Distinct().Count() < limited.Count || tracks.Distinct().Count() < tracks.Length)
            throw new ArgumentException(
                $"{TrainLengthMetres} m would need the same track twice from {NameAt(first)} to {NameAt(last)}, where "
                + "it cannot stop between");
    }

    private void LookAhead()
    {
        var words = Layout.Words;
        var (stops, passes) = (new ulong[words], new ulong[words]);
        for (var stop = StopAt.Length - 1; stop >= 0; stop--)
        {
            if (stop + 1 < StopAt.Length)
            {
                for (var i = StopAt[stop] + 1; i < StopAt[stop + 1]; i++) Mark(passes, PlaceAt[i]);
                if (!Layout.Places[PlaceAt[StopAt[stop + 1]]].AlwaysAccepts) Mark(stops, PlaceAt[StopAt[stop + 1]]);
            }
            var place = PlaceAt[StopAt[stop]];
            if (Layout.Places[place].AlwaysAccepts)
            {
                Array.Clear(stops);
                Array.Clear(passes);
                continue;
            }
            var own = Layout.BitOfPlace[place];
            for (var w = 0; w < words; w++)
            {
                var others = w == own / 64 ? ~(1UL << (own % 64)) : ulong.MaxValue;
                StopsAhead[stop * words + w] = stops[w] & others;
                PassesAhead[stop * words + w] = passes[w] & others;
            }
        }
    }

    private void Mark(ulong[] mask, int place) =>
        mask[Layout.BitOfPlace[place] / 64] |= 1UL << (Layout.BitOfPlace[place] % 64);

    private string NameAt(int position) => Layout.Places[PlaceAt[position]].Name;
}
