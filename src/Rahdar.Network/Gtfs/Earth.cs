namespace Rahdar.Network.Gtfs;

/// <summary>Distances between stops.</summary>
public static class Earth
{
    /// <summary>Metres between two stops on a sphere; null when a position is missing.</summary>
    public static double? Metres(GtfsStop a, GtfsStop b)
    {
        if (a.Latitude is not { } latA || a.Longitude is not { } lonA
            || b.Latitude is not { } latB || b.Longitude is not { } lonB)
            return null;
        var (phiA, phiB) = (latA * Math.PI / 180, latB * Math.PI / 180);
        var (dPhi, dLambda) = ((phiB - phiA) / 2, (lonB - lonA) * Math.PI / 360);
        var h = Math.Sin(dPhi) * Math.Sin(dPhi)
            + Math.Cos(phiA) * Math.Cos(phiB) * Math.Sin(dLambda) * Math.Sin(dLambda);
        return 2 * 6_371_000 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
