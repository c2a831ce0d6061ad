namespace Rahdar.Quantities;

/// <summary>Risk of disruption, kept so that risks of independent passages add: -ln(1-p).</summary>
/// <remarks>Unit: nanonepers, 0 or more. Default value of this struct means no risk.</remarks>
public readonly record struct DisruptionRisk(long Nanonepers)
{
    /// <summary>Risk of an event of probability p, 0 to below 1.</summary>
    public static DisruptionRisk FromProbability(double probability) => probability is >= 0 and < 1
        ? new((long)Math.Round(-Math.Log(1 - probability) * 1e9, MidpointRounding.AwayFromZero))
        : throw new ArgumentOutOfRangeException(nameof(probability), "a probability lies in 0 to below 1");

    /// <summary>Probability that at least one of the events happens, 0 to 1.</summary>
    public double Probability => 1 - Math.Exp(-Nanonepers / 1e9);

    /// <summary>Both risks together.</summary>
    public static DisruptionRisk operator +(DisruptionRisk left, DisruptionRisk right) =>
        new(left.Nanonepers + right.Nanonepers);
}
