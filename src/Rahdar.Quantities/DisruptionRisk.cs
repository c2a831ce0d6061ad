namespace Rahdar.Quantities;

/// <summary>Risk of disruption, kept so that risks of independent passages add: -ln(1-p).</summary>
/// <remarks>Unit: nanonepers, 0 or more. Default value of this struct means no risk.</remarks>
public readonly record struct DisruptionRisk(long Nanonepers)
{
    /// <summary>Probability that at least one of the events happens, 0 to 1.</summary>
    public double Probability => 1 - Math.Exp(-Nanonepers / 1e9);

    /// <summary>Both risks together.</summary>
    public static DisruptionRisk operator +(DisruptionRisk left, DisruptionRisk right) =>
        new(left.Nanonepers + right.Nanonepers);
}
