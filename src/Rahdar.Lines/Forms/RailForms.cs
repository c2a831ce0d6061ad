using Rahdar.Lines.Running;
using Rahdar.Network.Reading;

namespace Rahdar.Lines.Forms;

/// <summary>What one or more files of railway forms hold.</summary>
/// <param name="Stock">Trains and vehicles, one entry a file of that form.</param>
/// <param name="Paths">Paths of all files.</param>
public sealed record RailForms(IReadOnlyList<RollingStockForm> Stock, IReadOnlyList<RunningPath> Paths)
{
    /// <summary>Nothing.</summary>
    public static readonly RailForms None = new([], []);

    /// <summary>Reads one file; the form is told by its `schema`.</summary>
    /// <remarks>Every fault is reported with line and field; what could not be read is left out.</remarks>
    /// <param name="file">Name for faults.</param>
    /// <param name="text">Its text.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static RailForms Read(string file, string text, FaultCollector faults)
    {
        if (FormTree.Read(file, text, faults) is not { } value) return None;
        var root = new FormNode(file, "", value, faults);
        if (!root.RequireMap()) return None;
        var version = root.Text("schema_version", true);
        switch (root.Text("schema", true))
        {
            case RollingStockForm.Schema:
                if (version is not null && !IsEdition(version))
                    root.Find("schema_version")!.Fault("form:edition", "an edition such as 2022.05 is wanted");
                return new RailForms([RollingStockForm.Read(root)], []);
            case RunningPathForm.Schema:
                if (version is not (null or RunningPathForm.EarlierEdition or RunningPathForm.Edition))
                    root.Find("schema_version")!.Fault("form:edition",
                        $"editions {RunningPathForm.EarlierEdition} and {RunningPathForm.Edition} are read");
                return new RailForms([], RunningPathForm.Read(root, version == RunningPathForm.EarlierEdition));
            case { } other:
                root.Find("schema")!.Fault("form:schema", $"`{Scalars.Shorten(other)}` is not one of "
                    + $"{RollingStockForm.Schema}, {RunningPathForm.Schema}");
                return None;
            default:
                return None;
        }
    }

    /// <summary>These forms and others.</summary>
    public RailForms With(RailForms other) => new([.. Stock, .. other.Stock], [.. Paths, .. other.Paths]);

    /// <summary>All trains, as they run; a train that lacks what a run needs gives a fault.</summary>
    /// <remarks>A vehicle of a formation is looked for in the file of the train.</remarks>
    public IReadOnlyList<Train> ListTrains(FaultCollector faults) =>
        [.. Stock.SelectMany(s => s.Trains.Select(t => TrainMaker.Make(t, s.Vehicles, faults))).OfType<Train>()];

    private static bool IsEdition(string text) =>
        text.Length == 7 && text[4] == '.' && text.Remove(4, 1).All(char.IsAsciiDigit)
        && text[0] is >= '2' and <= '9' && text[5] is '0' or '1';
}
