using NodaTime;

namespace Rahdar.Indicators;

/// <summary>Lengths of time as hours.</summary>
internal static class Hours
{
    /// <summary>Hours, exact to 10^-10.</summary>
    internal static decimal Of(Duration time) => time.BclCompatibleTicks / 36_000_000_000m;
}
