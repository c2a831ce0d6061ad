using System.Text;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>Draws the railways of one random country, many ways between two places, most sections with
/// limits.</summary>
/// <remarks>
/// Only block trains run here, so a plan is one run and the front is its set of paths. Lengths are distances in the
/// plane: each link is the shortest way between its ends, and by that the reader finds its section.
/// </remarks>
internal sealed class RandomTrack(int seed)
{
    private const int WagonMetres = 10;
    private const int WagonTonnes = 40;

    private readonly SplitMix random = new(seed, 0);

    /// <summary>The whole drawing.</summary>
    public string Draw()
    {
        int boxes = random.Between(2, 5);
        (int X, int Y)[] points = [.. Enumerable.Range(0, random.Between(5, 6))
            .Select(_ => (random.Between(0, 400), random.Between(0, 400)))];
        StringBuilder text = new();
        for (int i = 0; i < points.Length; i++)
        {
            text.Append($"place {Name(i)} Asia/Karachi\n");
        }

        for (int i = 0; i < points.Length; i++)
        {
            for (int j = i + 1; j < points.Length; j++)
            {
                if (j == i + 1 || random.Chance(35))
                {
                    text.Append($"link {Name(i)} {Name(j)} rail 1676 {Distance(points[i], points[j])}km"
                        + $"{Limits(boxes)}\n");
                }
            }
        }

        string work = random.OneOf("0.5", "1", "2.5", "6");
        string headway = random.OneOf("0", "0.25", "1", "2");
        text.Append($"split work {work}h headway {headway}h locomotive {random.OneOf("0.05", "0.2", "1")}\n")
            .Append($"speed PK rail {random.OneOf(20, 30, 50)}\nprice PK rail 0.{random.Between(10, 40)}\n")
            .Append($"emits PK rail {random.Between(0, 30)}\nhandling origin rail 1h 10\n")
            .Append($"handling rail destination 1h 20\nrequest on build 24h\ncargo {boxes} x 20t\n")
            .Append($"query {Name(0)} {Name(points.Length - 1)} ready 2025-06-01T00:00Z\n");
        return text.ToString();
    }

    private string Limits(int boxes)
    {
        string longest = random.Chance(45) ? $" longest {(random.Between(1, boxes) * WagonMetres) + 5}m" : "";
        return random.Chance(25) ? $"{longest} heaviest {(random.Between(1, boxes) * WagonTonnes) + 20}t" : longest;
    }

    private static string Name(int i) => "PK" + new string((char)('A' + i), 3);

    // One more than the distance rounded up: a way round is at least a whole kilometre longer than the straight link.
    private static int Distance((int X, int Y) a, (int X, int Y) b) =>
        1 + (int)Math.Ceiling(Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)));
}
