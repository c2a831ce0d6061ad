using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Quantities;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports.Pictures;

/// <summary>Names of places, borders and resources in a language, as far as the network holds them.</summary>
internal sealed class Naming(CorridorNetwork network, Speech speech)
{
    private string Arrow => speech.IsRightToLeft ? " ← " : " → ";

    internal string Place(PlaceId id) => speech.Name(network.GetPlaceOrUnlinked(id));

    internal string Way(PlaceId from, PlaceId to) => from == to ? Place(from) : Place(from) + Arrow + Place(to);

    /// <summary>`Taftan – Mirjaveh, rail`; with a direction the arrow shows it.</summary>
    internal string Border(BorderRow row, PlaceId? to = null)
    {
        var (a, b) = (row.PlaceA, row.PlaceB);
        var isOneWay = to is not null || row.Direction != BorderDirection.Both;
        if (to is { } end ? end == a : row.Direction == BorderDirection.BToA) (a, b) = (b, a);
        return speech.List([Pair(a, b, isOneWay ? Arrow : " – "), ModeWord(row.Mode)]);
    }

    /// <summary>`Taftan – Mirjaveh`: the two posts of a crossing, whichever way it is passed.</summary>
    internal string Crossing(BorderRow row) => Pair(row.PlaceA, row.PlaceB, " – ");

    /// <summary>Posts of one name on both sides are told apart by their countries.</summary>
    private string Pair(PlaceId a, PlaceId b, string middle)
    {
        var (first, second) = (Place(a), Place(b));
        return first == second ? $"{first}: {Country(a)}{middle}{Country(b)}" : first + middle + second;
    }

    private string Country(PlaceId place)
    {
        var code = network.GetPlaceOrUnlinked(place).Country;
        return WordTable.Shipped.Find($"country.{code}", speech.Language) ?? speech.Latin(code);
    }

    internal string Border(string id, PlaceId? to = null) =>
        network.Borders.FirstOrDefault(b => b.Id == id) is { } row ? Border(row, to) : speech.Latin(id);

    internal string ModeWord(Mode mode) => speech.Say(mode switch
    {
        Mode.Rail => "mode.rail",
        Mode.Road or Mode.RoRo => "mode.road",
        Mode.Sea => "mode.sea",
        _ => "mode.air",
    });

    internal string Yard(GaugeBreak yard) => speech.List([Place(yard.Place), speech.Say("element.gauge")]);

    internal string Berths(PlaceId port) => speech.Say("word.berths-of", Place(port));

    /// <summary>A resource of a simulation.</summary>
    internal string Resource(ResourceResult resource) => Resource(resource.Kind, resource.Id, resource.Name);

    private string Resource(ResourceKind kind, string id, string name)
    {
        var parts = id.Split('>');
        switch (kind)
        {
            case ResourceKind.Post when network.Borders.Any(b => b.Id == parts[0]):
                return Border(parts[0], parts.Length > 1 ? new PlaceId(parts[1]) : null);
            case ResourceKind.Yard when network.GaugeBreaks.FirstOrDefault(g => g.Id == id) is { } yard:
                return Yard(yard);
            case ResourceKind.Port:
                return Berths(new PlaceId(id.Replace("berths-", "")));
            default:
                return speech.Latin(name);
        }
    }

    /// <summary>What a change of a comparison is about: `DM-1`, `TAFTAN-RD>IRMJV`, `section-PK-05`.</summary>
    internal string Subject(string subject, SimulationResult result)
    {
        if (result.Relations.FirstOrDefault(r => r.Id == subject) is { } relation) return Relation(relation);
        var id = subject.Replace("section-", "").Replace("service-", "");
        var resource = result.Resources.FirstOrDefault(r => r.Id == subject)
            ?? result.Resources.FirstOrDefault(r => r.Id == id);
        if (resource is not null) return Resource(resource);
        var parts = subject.Split('>');
        return Border(parts[0], parts.Length > 1 ? new PlaceId(parts[1]) : null);
    }

    internal string Relation(RelationResult relation)
    {
        var demand = network.Demands.FirstOrDefault(d => d.Id == relation.Id);
        return demand is null ? speech.Latin(relation.Name) : Way(demand.From, demand.To);
    }

    /// <summary>Unit that a resource counts, in the language.</summary>
    internal string Counted(string unit) => speech.Say(unit switch
    {
        "trucks" => "count.trucks",
        "trains" => "count.trains",
        "wagons" => "count.wagons",
        "ships" => "count.ships",
        _ => "count.teu",
    });
}
