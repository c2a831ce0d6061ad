using System.Globalization;

namespace Rahdar.Quantities;

/// <summary>An amount of money in minor units of one currency.</summary>
/// <remarks>Unit: cents (or the hundredth of the currency). Adding two currencies throws.</remarks>
public readonly record struct Money(long MinorUnits, string Currency)
{
    /// <summary>An amount in US dollars, given in cents.</summary>
    public static Money UsdCents(long cents) => new(cents, "USD");

    /// <summary>Amount in major units.</summary>
    public decimal Amount => MinorUnits / 100m;

    /// <summary>Sum of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? new(left.MinorUnits + right.MinorUnits, left.Currency)
        : throw new InvalidOperationException($"cannot add {left.Currency} to {right.Currency} without a dated rate");

    /// <summary>`12,345 USD`.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0} {Currency}");
}
