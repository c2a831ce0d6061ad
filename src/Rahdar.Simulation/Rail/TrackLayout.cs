namespace Rahdar.Simulation.Rail;

/// <summary>Tracks of a railway: places and the sections between them, in dense indices. Immutable.</summary>
/// <remarks>Places that always accept divide it into districts: what a train does in one concerns no train in another
/// (docs/decisions/0006-reservation-rule.md).</remarks>
public sealed class TrackLayout
{
    /// <summary>Index that stands for "none": no district, no track.</summary>
    internal const int None = -1;

    private readonly int[] _trackLengths; // distinct, ascending: the length classes

    /// <summary>A layout of some places and the sections between them.</summary>
    /// <remarks>Throws: when a section has a fault: unknown place, two equal ends, impossible figures.</remarks>
    public TrackLayout(IReadOnlyList<TrackPlace> places, IReadOnlyList<TrackSection> sections)
    {
        (Places, Sections) = ([.. places], [.. sections]);
        foreach (var section in Sections) Check(section);
        _trackLengths = [.. Places.SelectMany(p => p.TrackLengths).Distinct().Order()];
        FirstTrack = CountUp(Places.Select(p => p.TrackLengths.Count));
        FirstSectionTrack = CountUp(Sections.Select(s => s.Tracks));
        TrackClass = [.. Places.SelectMany(p => p.TrackLengths).Select(l => Array.BinarySearch(_trackLengths, l))];
        Fits = new ulong[Places.Count * (Classes + 1)];
        for (var p = 0; p < Places.Count; p++)
            for (var c = 0; c < Classes; c++)
                for (var t = 0; t < Places[p].TrackLengths.Count; t++)
                    if (TrackClass[FirstTrack[p] + t] >= c) Fits[p * (Classes + 1) + c] |= 1UL << t;
        SectionOfTrack = [.. Sections.SelectMany((s, i) => Enumerable.Repeat(i, s.Tracks))];
        (DistrictOfPlace, DistrictOfSection, Districts) = Divide();
        BitOfPlace = new int[Places.Count];
        TracksOfDistrict = new int[Districts];
        var bits = new int[Districts];
        for (var p = 0; p < Places.Count; p++)
        {
            if (DistrictOfPlace[p] == None) continue;
            BitOfPlace[p] = bits[DistrictOfPlace[p]]++;
            TracksOfDistrict[DistrictOfPlace[p]] += Places[p].TrackLengths.Count;
        }
        Words = (bits.Append(1).Max() + 63) / 64;
    }

    /// <summary>Places, by index.</summary>
    public IReadOnlyList<TrackPlace> Places { get; }

    /// <summary>Sections, by index.</summary>
    public IReadOnlyList<TrackSection> Sections { get; }

    /// <summary>Tracks of place p stand from FirstTrack[p] up to FirstTrack[p + 1], the shortest first.</summary>
    internal int[] FirstTrack { get; }

    /// <summary>Tracks of section s stand from FirstSectionTrack[s] up to FirstSectionTrack[s + 1].</summary>
    internal int[] FirstSectionTrack { get; }

    internal int[] SectionOfTrack { get; }

    /// <summary>Rank of each track's length among the lengths there are.</summary>
    internal int[] TrackClass { get; }

    /// <summary>Tracks of a place that are of a class or longer, one bit each, at place x (Classes + 1) + class; none
    /// for the class above all.</summary>
    internal ulong[] Fits { get; }

    /// <summary>Different lengths of tracks there are.</summary>
    internal int Classes => _trackLengths.Length;

    /// <summary>Districts there are.</summary>
    internal int Districts { get; }

    /// <summary>District of each place, none where it always accepts.</summary>
    internal int[] DistrictOfPlace { get; }

    internal int[] DistrictOfSection { get; }

    internal int[] TracksOfDistrict { get; }

    /// <summary>Number of each place in its district.</summary>
    internal int[] BitOfPlace { get; }

    /// <summary>Words of 64 bits for the places of the largest district.</summary>
    internal int Words { get; }

    /// <summary>The shortest class of track that takes a train; <see cref="Classes"/> when none does.</summary>
    internal int ClassOf(int trainLengthMetres)
    {
        var at = Array.BinarySearch(_trackLengths, trainLengthMetres);
        return at >= 0 ? at : ~at;
    }

    /// <summary>Track of a section that a train takes when it comes from a place.</summary>
    internal int SectionTrack(int section, int from) =>
        FirstSectionTrack[section] + (Sections[section].Tracks == 2 && Sections[section].To == from ? 1 : 0);

    private void Check(TrackSection section)
    {
        var isGood = section.From >= 0 && section.From < Places.Count && section.To >= 0 && section.To < Places.Count
            && section.From != section.To
            && section.LengthMetres is >= 1 and <= RailLimits.SectionLengthMax
            && section.Tracks is 1 or 2
            && section.HeadwaySeconds is >= 0 and <= RailLimits.SecondsMax;
        if (!isGood) throw new ArgumentException($"impossible section: {section}", nameof(section));
    }

    private (int[] OfPlace, int[] OfSection, int Count) Divide()
    {
        var root = Enumerable.Range(0, Places.Count).ToArray();
        int Root(int p) => root[p] == p ? p : root[p] = Root(root[p]);
        foreach (var s in Sections)
            if (!Places[s.From].AlwaysAccepts && !Places[s.To].AlwaysAccepts) root[Root(s.From)] = Root(s.To);

        var count = 0;
        var ofPlace = new int[Places.Count];
        var ofRoot = Enumerable.Repeat(None, Places.Count).ToArray();
        for (var p = 0; p < Places.Count; p++)
        {
            if (Places[p].AlwaysAccepts) ofPlace[p] = None;
            else if (ofRoot[Root(p)] != None) ofPlace[p] = ofRoot[Root(p)];
            else ofPlace[p] = ofRoot[Root(p)] = count++;
        }
        var ofSection = new int[Sections.Count];
        for (var s = 0; s < Sections.Count; s++)
        {
            var (from, to) = (ofPlace[Sections[s].From], ofPlace[Sections[s].To]);
            ofSection[s] = from != None ? from : to != None ? to : count++;
        }
        return (ofPlace, ofSection, count);
    }

    private static int[] CountUp(IEnumerable<int> counts)
    {
        var sums = new List<int> { 0 };
        foreach (var count in counts) sums.Add(sums[^1] + count);
        return [.. sums];
    }
}
