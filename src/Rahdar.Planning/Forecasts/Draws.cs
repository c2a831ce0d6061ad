using MathNet.Numerics.Distributions;
using Rahdar.Network;
using Rahdar.Quantities;

namespace Rahdar.Planning.Forecasts;

/// <summary>How forecasts draw.</summary>
/// <param name="Seed">Same seed, same result.</param>
/// <param name="Replicates">How often each plan is run.</param>
/// <param name="RegimeWeight">Share of a figure's spread that it has in common with the others of its table: 0 each
/// for itself, 1 all alike; null takes the data's own figure.</param>
public sealed record DrawRequest(long Seed = 1, int Replicates = 1000, double? RegimeWeight = null);

/// <summary>Random values as a hash of seed, replicate and name: never a stream.</summary>
/// <remarks>
/// The draw of a figure depends on nothing but its own name, so other data, another order, other threads or another
/// scenario change no draw of it, and two scenarios are compared under the same luck.
/// Source: design of the planner, "Search value and sampling".
/// </remarks>
internal sealed class Draws(DrawRequest request, double weight)
{
    private readonly double _common = Math.Sqrt(weight);
    private readonly double _own = Math.Sqrt(1 - weight);
    private readonly Dictionary<string, decimal[]> _columns = [];
    private readonly Dictionary<string, double[]> _regimes = [];

    /// <summary>Draws with the weight of a network where the request names none. They may serve several questions of
    /// one network and one knowledge date: a figure has the same triangle in all of them.</summary>
    internal static Draws Of(CorridorNetwork network, DrawRequest request) => new(
        request, request.RegimeWeight ?? (double)network.Figures.GetDefault("regime-weight").Value.Mean);

    internal int Replicates => request.Replicates;

    /// <summary>Values of a figure by replicate.</summary>
    internal decimal[] Column(Figure figure)
    {
        if (_columns.TryGetValue(figure.Id, out var known)) return known;
        var column = new decimal[request.Replicates];
        if (figure.Value.IsExact) Array.Fill(column, figure.Value.Mode);
        else
        {
            var common = Regime(RegimeOf(figure.Id));
            for (var n = 0; n < column.Length; n++)
                column[n] = figure.Value.Quantile(Share(common[n], n, figure.Id));
        }
        return _columns[figure.Id] = column;
    }

    /// <summary>A share from 0 to 1 for something that shares no regime.</summary>
    internal double Uniform(int replicate, string name) => HashedDraw.Share(
        HashedDraw.Mix(HashedDraw.Replication(request.Seed, replicate) ^ HashedDraw.Hash(name)));

    /// <summary>Share from 0 to 1 of a figure: uniform whatever the weight.</summary>
    internal double Share(int replicate, string name, string regime) =>
        Share(Normal.InvCDF(0, 1, Uniform(replicate, regime)), replicate, name);

    private double Share(double common, int replicate, string name) =>
        Normal.CDF(0, 1, _common * common + _own * Normal.InvCDF(0, 1, Uniform(replicate, name)));

    /// <summary>Good and bad times of a table by replicate, drawn once for all its figures.</summary>
    private double[] Regime(string name)
    {
        if (_regimes.TryGetValue(name, out var known)) return known;
        var regime = new double[request.Replicates];
        for (var n = 0; n < regime.Length; n++) regime[n] = Normal.InvCDF(0, 1, Uniform(n, name));
        return _regimes[name] = regime;
    }

    /// <summary>Figures of one table have good and bad times in common.</summary>
    private static string RegimeOf(string figureId) => "regime:" + figureId.Split('/')[0];
}
