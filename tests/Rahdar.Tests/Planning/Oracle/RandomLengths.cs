namespace Rahdar.Tests.Planning.Oracle;

/// <summary>Chooses lengths of links so that no two ways of one mode between two places are equally long, and the
/// limits of some sections.</summary>
internal sealed class RandomLengths
{
    private const int WagonMetres = 10;
    private const int WagonTonnes = 40;

    private readonly SplitMix random;
    private readonly Dictionary<string, List<(int A, int B, int Kilometres)>> links;

    /// <summary>Starts with no links.</summary>
    public RandomLengths(SplitMix random)
        : this(random, [])
    {
    }

    private RandomLengths(SplitMix random, Dictionary<string, List<(int A, int B, int Kilometres)>> links)
    {
        this.random = random;
        this.links = links;
    }

    /// <summary>The same links, with more drawn from another stream.</summary>
    public RandomLengths DrawingFrom(SplitMix other) => new(other, links);

    /// <summary>A length in whole km for a new link; drawn again while it makes two ways equally long.</summary>
    public int Choose(string mode, int a, int b, int least, int most)
    {
        List<(int A, int B, int Kilometres)> known = links.TryGetValue(mode, out var found) ? found : links[mode] = [];
        while (true)
        {
            int kilometres = random.Between(least, most);
            known.Add((a, b, kilometres));
            if (AreWaysDistinct(known))
            {
                return kilometres;
            }

            known.RemoveAt(known.Count - 1);
        }
    }

    /// <summary>Words on the longest and the heaviest train of a new rail link; none in more than half the
    /// draws.</summary>
    /// <remarks>A limit lets so many wagons pass, at times not one: a train of all boxes needs portions.</remarks>
    public string ChooseLimits(int boxes)
    {
        string longest = random.Chance(30)
            ? $" longest {(WagonsWithin(boxes) * WagonMetres) + random.Between(1, WagonMetres - 1)}m"
            : "";
        string heaviest = random.Chance(20)
            ? $" heaviest {(WagonsWithin(boxes) * WagonTonnes) + random.Between(1, WagonTonnes - 1)}t"
            : "";
        return longest + heaviest;
    }

    private int WagonsWithin(int boxes) => random.Chance(3) ? 0 : random.Between(1, boxes);

    private static bool AreWaysDistinct(List<(int A, int B, int Kilometres)> known)
    {
        int[] ends = [.. known.SelectMany(k => new[] { k.A, k.B }).Distinct()];
        foreach (int start in ends)
        {
            List<(int End, int Kilometres)> ways = [];
            Walk(known, start, 0, [start], ways);
            if (ways.Distinct().Count() != ways.Count)
            {
                return false;
            }
        }

        return true;
    }

    private static void Walk(
        List<(int A, int B, int Kilometres)> known, int at, int length, List<int> passed, List<(int, int)> ways)
    {
        foreach ((int a, int b, int kilometres) in known.Where(k => k.A == at || k.B == at))
        {
            int other = a == at ? b : a;
            if (!passed.Contains(other))
            {
                ways.Add((other, length + kilometres));
                Walk(known, other, length + kilometres, [.. passed, other], ways);
            }
        }
    }
}
