using System.Collections.Frozen;
using NodaTime;
using Rahdar.Network.Places;

namespace Rahdar.Network.Reading;

/// <summary>Places with their zones and names.</summary>
internal static class PlaceReader
{
    internal static FrozenDictionary<PlaceId, Place> Read(CorridorTables t, out IReadOnlyList<Place> unlinked)
    {
        var zones = t.Rows("ours/zones.csv").ToLookup(r => r.Text("place_id"));
        var zoned = t.Ids("ours/zones.csv", "place_id");
        var names = t.Rows("ours/names.csv").ToLookup(r => r.Text("place_id"));
        var places = new Dictionary<PlaceId, Place>();
        foreach (var row in t.Rows("network/places.csv"))
            if (ReadOne(row, "kinds", zones, zoned, names) is { } place) places.TryAdd(place.Id, place);
        unlinked = [.. t.Rows("facts/places_needed.csv")
            .Where(row => !places.ContainsKey(new PlaceId(row.Text("id"))))
            .Select(row => ReadOne(row, "kind", zones, zoned, names)).OfType<Place>().DistinctBy(p => p.Id)];
        return places.ToFrozenDictionary();
    }

    private static Place? ReadOne(
        CsvRow row, string kinds, ILookup<string, CsvRow> zones, IdSet zoned, ILookup<string, CsvRow> names)
    {
        var id = row.Required("id");
        var country = row.Required("country");
        var latitude = row.RequiredNumber("lat", -90, 90);
        var longitude = row.RequiredNumber("lon", -180, 180);
        var zoneRow = zones[id].FirstOrDefault();
        var zone = zoneRow is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneRow.Text("zone"));
        if (id.Length > 0 && !zoned.MayHold(id))
            row.Fault("id", "time:no-zone", $"`{id}` has no row in ours/zones.csv");
        else if (zone is null)
            zoneRow?.Fault("zone", "time:unknown-zone", $"`{CsvRow.Shorten(zoneRow.Text("zone"))}` is no IANA zone");
        if (id.Length == 0 || latitude is null || longitude is null || zone is null) return null;
        return new Place(
            new PlaceId(id), row.Text("name"), country, (double)latitude, (double)longitude,
            row.Text(kinds).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            zone, row.Text("id_scheme") == "unlocode",
            names[id].GroupBy(n => n.Text("language")).ToDictionary(g => g.Key, g => g.First().Text("name")));
    }
}
