using System.Text.Json;
using Rahdar.Tests.House;
using Rahdar.Tests.Reports;
using Rahdar.Tests.Server;

namespace Rahdar.Tests.Expected;

/// <summary>A JSON answer against the page that documents it, and the schema of the HTTP contract.</summary>
internal static class JsonPage
{
    /// <summary>Fails unless the page lists exactly the paths of the answer, and the schema is that of it.</summary>
    /// <param name="page">File of docs/formats.</param>
    /// <param name="fence">Fence of the list in it.</param>
    /// <param name="schema">Name of the schema.</param>
    /// <param name="answer">The answer.</param>
    internal static void Check(string page, string fence, string schema, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        ApprovedFile.Check(
            $"../../../src/Rahdar.Server/OpenApi/Schemas/{schema}.json",
            new JsonShape().Add(json.RootElement).Schema()
                .ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        var listed = Checkout.ReadText($"docs/formats/{page}").Split('\n').SkipWhile(l => l != "```" + fence).Skip(1)
            .TakeWhile(l => l != "```");
        Assert.Equal(listed.Order(StringComparer.Ordinal), PlanJsonTests.Paths(json.RootElement));
    }
}
