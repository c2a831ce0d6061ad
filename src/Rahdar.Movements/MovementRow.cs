using System.Globalization;

namespace Rahdar.Movements;

/// <summary>A movement as the cells of a row: the form in which it is stored, and by which movements of one instant are
/// sorted.</summary>
internal static class MovementRow
{
    internal const string Header = "unit,kind,count,at,movement,place,to,mode,by,activity,resource,cents";

    /// <summary>The cells that a movement fills beside those of every row: what must, and what may be there.</summary>
    internal static readonly IReadOnlyDictionary<Type, (string[] Required, string[] Optional)> Filled =
        new Dictionary<Type, (string[], string[])>
        {
            [typeof(Departed)] = (["to", "mode"], ["by"]),
            [typeof(Arrived)] = (["to", "mode"], ["by", "cents"]),
            [typeof(Queued)] = (["activity"], ["resource"]),
            [typeof(Began)] = (["activity"], ["resource"]),
            [typeof(Ended)] = (["activity"], ["resource", "cents"]),
            [typeof(Loaded)] = (["by"], []),
            [typeof(Unloaded)] = (["by"], []),
            [typeof(Delivered)] = ([], []),
        };

    /// <summary>By time, then by cells: a total order, in which only equal movements of a unit are equal.</summary>
    internal static int Compare(Movement? one, Movement? two)
    {
        var byTime = one!.At.CompareTo(two!.At);
        if (byTime != 0 || ReferenceEquals(one, two)) return byTime;
        return Cells(one).Zip(Cells(two), string.CompareOrdinal).FirstOrDefault(order => order != 0);
    }

    /// <summary>The cells from `movement` on.</summary>
    internal static string[] Cells(Movement movement)
    {
        var (to, mode, by, activity, resource, cents) = movement switch
        {
            Departed m => (m.To.Value, MovementNames.Of(m.Mode), m.By, "", "", null),
            Arrived m => (m.From.Value, MovementNames.Of(m.Mode), m.By, "", "", m.Cents),
            Queued m => ("", "", "", MovementNames.Of(m.Activity), m.Resource, null),
            Began m => ("", "", "", MovementNames.Of(m.Activity), m.Resource, null),
            Ended m => ("", "", "", MovementNames.Of(m.Activity), m.Resource, m.Cents),
            Loaded m => ("", "", m.Onto.Value, "", "", null),
            Unloaded m => ("", "", m.From.Value, "", "", null),
            _ => ("", "", "", "", "", (long?)null),
        };
        var price = cents?.ToString(CultureInfo.InvariantCulture) ?? "";
        return [MovementNames.Of(movement), movement.Place.Value, to, mode, by, activity, resource, price];
    }

    /// <summary>Puts an apostrophe before a text that a spreadsheet would take for a formula, also where one stands
    /// already: <see cref="Bare"/> takes away exactly what was put here.</summary>
    internal static string Guarded(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The text without the apostrophe that guards it.</summary>
    internal static string Bare(string text) => text.StartsWith('\'') && IsFormula(text) ? text[1..] : text;

    private static bool IsFormula(string text) => text.TrimStart('\'') is ['=' or '+' or '-' or '@', ..];
}
