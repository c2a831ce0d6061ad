using Rahdar.Lines.Running;

namespace Rahdar.Lines.Forms;

/// <summary>Trains and vehicles of one file of the form railtoolkit rolling-stock.</summary>
/// <remarks>Source: the JSON schema rolling-stock of the public project railtoolkit/schema, as of its commit
/// e3ff365.</remarks>
/// <param name="Trains">In file order; may be empty.</param>
/// <param name="Vehicles">In file order; may be empty.</param>
public sealed record RollingStockForm(IReadOnlyList<Formation> Trains, IReadOnlyList<Vehicle> Vehicles)
{
    /// <summary>The name of the schema, as a file must state it.</summary>
    public const string Schema = "https://railtoolkit.org/schema/rolling-stock.json";

    internal static RollingStockForm Read(FormNode root)
    {
        if (!root.Has("trains") && !root.Has("vehicles"))
            root.Fault("form:missing", "`trains` or `vehicles` is missing");
        var trains = root.List("trains", false, 1, Limits.SectionsMax).Select(ReadTrain).OfType<Formation>();
        var vehicles = root.List("vehicles", false, 1, Limits.SectionsMax).Select(ReadVehicle).OfType<Vehicle>();
        return new RollingStockForm([.. trains], [.. vehicles]);
    }

    private static Formation? ReadTrain(FormNode node)
    {
        if (!node.RequireMap()) return null;
        var (name, id) = (node.Text("name", true), node.Text("id", true));
        node.Text("UUID");
        var formation = node.List("formation", true, 1, Limits.FormationMax).Select(v => v.Text() ?? "").ToList();
        return name is null || id is null ? null : new Formation(id, name, formation, node.File);
    }

    private static Vehicle? ReadVehicle(FormNode node)
    {
        if (!node.RequireMap()) return null;
        var (name, id) = (node.Text("name", true), node.Text("id", true));
        var kind = node.Word("vehicle_type", true, "traction unit", "freight", "passenger", "multiple unit");
        var (length, mass) = (node.Number("length", true, above: 0), node.Number("mass", true, above: 0));
        node.Text("picture");
        node.Text("UUID");
        node.Word("power_type", false, "diesel", "electric", "steam");
        var braking = node.Number("a_braking");
        if (braking >= 0) node.Find("a_braking")!.Fault("form:range", "braking is an acceleration below 0, m/s2");
        var vehicle = new Vehicle(id ?? "", name ?? "", KindOf(kind), length ?? 1, mass ?? 1)
        {
            LoadTonnes = node.Number("load_limit", above: 0) ?? 0,
            DrivenTonnes = node.Number("mass_traction", above: 0),
            SpeedLimitKmh = node.Number("speed_limit", above: 0),
            Braking = -braking,
            RotatingFactor = node.Number("rotation_mass", least: 1),
            BasePermil = node.Number("base_resistance", above: 0) ?? 0,
            RollingPermil = node.Number("rolling_resistance", above: 0) ?? 0,
            AirPermil = node.Number("air_resistance", above: 0) ?? 0,
            Effort = ReadEffort(node),
        };
        return id is null || name is null || kind is null || length is null || mass is null ? null : vehicle;
    }

    private static TractiveEffort? ReadEffort(FormNode node)
    {
        if (node.Find("tractive_effort") is not { } list) return null;
        var pairs = new List<(double, double)>();
        foreach (var pair in list.Items(3, Limits.SectionsMax, isUnique: true))
        {
            var values = pair.Items(2, 2, isUnique: true).Select(v => v.Number(least: 0)).ToList();
            if (values is not [{ } kmh, { } newton]) continue;
            if (pairs.Count > 0 && kmh <= pairs[^1].Item1)
                pair.Fault("form:order", "speeds of the tractive effort do not rise");
            pairs.Add((kmh, newton));
        }
        return pairs.Count == 0 ? null : new TractiveEffort(pairs);
    }

    private static VehicleKind KindOf(string? word) => word switch
    {
        "traction unit" => VehicleKind.TractionUnit,
        "passenger" => VehicleKind.Passenger,
        "multiple unit" => VehicleKind.MultipleUnit,
        _ => VehicleKind.Freight,
    };
}
