namespace Rahdar.Quantities;

/// <summary>Track gauge in millimetres: 1676 South Asia, 1435 standard, 1520 the former Soviet railways.</summary>
public readonly record struct Gauge(int Millimetres)
{
    /// <summary>`1520`.</summary>
    public override string ToString() => Millimetres.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
