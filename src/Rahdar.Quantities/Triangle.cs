namespace Rahdar.Quantities;

/// <summary>A triangular figure: least, most likely and greatest value of something nobody knows exactly.</summary>
/// <remarks>Range: Min &lt;= Mode &lt;= Max. A measured or published single value has all three equal.</remarks>
public readonly record struct Triangle(decimal Min, decimal Mode, decimal Max)
{
    /// <summary>A figure without spread.</summary>
    public static Triangle Exactly(decimal value) => new(value, value, value);

    /// <summary>Least value.</summary>
    public decimal Min { get; } = Min;

    /// <summary>Most likely value.</summary>
    public decimal Mode { get; } = Mode;

    /// <summary>Greatest value.</summary>
    public decimal Max { get; } = Max;

    /// <summary>Mean of the triangle: the planning value used by the search. Worked out once: it is read
    /// most.</summary>
    public decimal Mean { get; } = (Min + Mode + Max) / 3m;

    /// <summary>True when all three values are equal.</summary>
    public bool IsExact => Min == Mode && Mode == Max;

    /// <summary>True when Min &lt;= Mode &lt;= Max.</summary>
    public bool IsOrdered => Min <= Mode && Mode <= Max;

    /// <summary>Value that a share of all cases lies at or below.</summary>
    /// <param name="share">0 to 1.</param>
    public decimal Quantile(double share)
    {
        if (IsExact) return Mode;
        var (min, mode, max) = ((double)Min, (double)Mode, (double)Max);
        var value = share < (mode - min) / (max - min)
            ? min + Math.Sqrt(share * (max - min) * (mode - min))
            : max - Math.Sqrt((1 - share) * (max - min) * (max - mode));
        return Math.Clamp((decimal)value, Min, Max);
    }

    /// <summary>`6/20/72`, or one number when exact.</summary>
    public override string ToString() => IsExact ? Text(Mode) : $"{Text(Min)}/{Text(Mode)}/{Text(Max)}";

    private static string Text(decimal value) =>
        value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
