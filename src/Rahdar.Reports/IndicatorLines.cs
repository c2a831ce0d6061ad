using Rahdar.Indicators;

namespace Rahdar.Reports;

/// <summary>What must be known of indicators beside their figures.</summary>
internal static class IndicatorLines
{
    /// <summary>How the figures are made, and what was left out; one sentence each.</summary>
    internal static IReadOnlyList<string> Basis(Measurement m)
    {
        var lines = new List<string>
        {
            "n counts what units count (25 trucks that stay together are 25 samples), and means, medians and cv are "
                + "weighted by it; +- is half of a 95 % interval that takes each unit for one observation (Student's "
                + "t).",
            "Time at a post is from the first wait or work to the end of the last; the ride between the posts counts "
                + "at neither.",
        };
        void Add(int count, string text)
        {
            if (count > 0) lines.Add($"{count:#,0} {text}");
        }
        Add(m.Open.Count, "crossings had not ended when the movements did: left out, which makes times too short.");
        Add(m.Begun, "times at a post begin with work under way when the movements do: left out.");
        Add(m.Runs.Count(r => r.Km is null), "ways have a ride of unknown length: left out of speeds.");
        Add(m.AcrossBorders, "rides from one country into another are told as one: in no country's speed.");
        Add(m.Contradictions, "movements cannot be true together with others; the later one was believed. A file that "
            + "begins in the middle has many.");
        if (m.Runs.Count > 0)
            lines.Add("Movements tell no load: a box or a truck is taken to carry 20 t; wagons, trains and ships are "
                + "in no cost of a section.");
        return lines;
    }
}
