using System.Text.Json;
using Rahdar.Network.Reading;

namespace Rahdar.Tests.Network;

/// <summary>Goal: a JSON value is taken for GeoJSON when RFC 7946 does, whatever its kind, and every fault is told
/// where it is. Method: small objects, one fault each.</summary>
public sealed class GeoJsonTests
{
    [Theory]
    [InlineData("""{"type":"Point","coordinates":[67.0,24.8]}""")]
    [InlineData("""{"type":"MultiPoint","coordinates":[]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0.0]]]}""")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":null,"name":"foreign member"}""")]
    [InlineData("""{"type":"FeatureCollection","features":[],"bbox":[170,-10,-170,10]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}""")]
    public void Object_of_the_standard_is_taken(string json) => Assert.Empty(Faults(json));

    [Theory]
    [InlineData("[]", "0 type")]
    [InlineData("""{"type":1}""", "0 type")]
    [InlineData("""{"type":"point","coordinates":[0,0]}""", "0 type")]
    [InlineData("""{"type":"Point","coordinates":["0","0"]}""", "0 coordinates")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "0 coordinates")]
    [InlineData("""{"type":"LineString","coordinates":[[0,0]]}""", "0 coordinates")]
    [InlineData("""{"type":"LineString","coordinates":[0,0]}""", "0 coordinates")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}""", "0 coordinates")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}""", "0 coordinates")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[2,2]]]]}""", "0 coordinates")]
    [InlineData("""{"type":"Point","coordinates":[0,0],"bbox":[0,0,0]}""", "0 bbox")]
    [InlineData("""{"type":"Point","coordinates":[0,0],"bbox":[0,10,0,-10]}""", "0 bbox")]
    [InlineData("""{"type":"Point","coordinates":[0,0],"bbox":[0,0,"1",1]}""", "0 bbox")]
    [InlineData("""{"type":"Point","coordinates":[0,0],"properties":{}}""", "0 properties")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{},"coordinates":[0,0]}""", "0 coordinates")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":[]}""", "0 properties")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point"},"properties":{}}""", "0 geometry.coordinates")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[0,0]}]}""", "1 type")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Feature"}]}""", "0 geometries[0].type")]
    public void Fault_is_told_where_it_is(string json, string fault) => Assert.Equal([fault], Faults(json));

    [Fact]
    public void Every_fault_of_a_collection_is_told_with_the_number_of_its_feature() => Assert.Equal(
        ["1 geometry", "1 id", "1 properties", "2 geometry.bbox"],
        Faults("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","id":true},
              {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[0,0],"bbox":1}}]}
            """));

    private static List<string> Faults(string json)
    {
        var faults = new FaultCollector();
        using var document = JsonDocument.Parse(json);
        GeoJson.Check(document.RootElement, "x.json", faults);
        Assert.All(faults.Faults, f => Assert.Equal("geo:not-geojson", f.Code));
        return [.. faults.Faults.Select(f => $"{f.Row} {f.Field}")];
    }
}
