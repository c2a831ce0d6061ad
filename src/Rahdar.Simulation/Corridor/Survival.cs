namespace Rahdar.Simulation.Corridor;

/// <summary>How long something takes where some of it is not over yet, after Kaplan and Meier: who is still under way
/// counts among those who may take long, and is not left out as if there were only the quick.</summary>
internal static class Survival
{
    /// <summary>Least time by which a share is over.</summary>
    /// <param name="over">Times of what is over, any unit; put into order here.</param>
    /// <param name="soFar">Times so far of what is not over, same unit; put into order here.</param>
    /// <param name="share">The share, above 0 and at most 1.</param>
    /// <returns>The time; null when it is not known, as less than the share was seen to be over.</returns>
    internal static long? Quantile(List<long> over, List<long> soFar, double share)
    {
        over.Sort();
        soFar.Sort();
        var (left, gone, stopped) = (1.0, 0, 0);
        while (gone < over.Count)
        {
            var time = over[gone];
            // Who was watched for as long as this, but no longer, was still there at it.
            while (stopped < soFar.Count && soFar[stopped] < time) stopped++;
            var there = over.Count - gone + soFar.Count - stopped;
            var next = gone;
            while (next < over.Count && over[next] == time) next++;
            left *= 1 - (next - gone) / (double)there;
            gone = next;
            if (left <= 1 - share + 1e-12) return time;
        }
        return null;
    }
}
