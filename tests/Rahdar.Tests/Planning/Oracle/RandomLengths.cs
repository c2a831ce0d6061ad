namespace Rahdar.Tests.Planning.Oracle;

/// <summary>Chooses lengths of links so that no two ways of one mode between two places are equally long.</summary>
internal sealed class RandomLengths(SplitMix random)
{
    private readonly Dictionary<string, List<(int A, int B, int Kilometres)>> links = [];

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
