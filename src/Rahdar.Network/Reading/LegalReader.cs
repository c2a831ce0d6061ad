using System.Text.RegularExpressions;
using Rahdar.Network.Legal;

namespace Rahdar.Network.Reading;

/// <summary>Legal rows: memberships, rules, sanctions and goods controls.</summary>
internal static partial class LegalReader
{
    internal static IReadOnlyList<LegalRow> Read(CorridorTables t)
    {
        var list = new List<LegalRow>();
        foreach (var row in t.Rows("facts/legal.csv"))
        {
            var countries = row.Required("country_or_list")
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            // Words may follow the date: `2015; operating since 2018`, `2000-2003`.
            var head = FirstDate().Match(row.Text("since"));
            var since = row.Date("since", head.Success ? head.Value : row.Text("since"));
            list.Add(new LegalRow(
                row.Text("legal_id"), row.Required("instrument"), countries, row.Required("state"), since,
                row.Provenance(since)));
        }
        return list;
    }

    [GeneratedRegex(@"^\d{4}(-\d\d(?!\d)(-\d\d(?!\d))?)?")]
    private static partial Regex FirstDate();
}
