using Rahdar.Quantities;

namespace Rahdar.Planning.Forecasts;

/// <summary>What the figures of a plan are worth in one run of it.</summary>
internal abstract class Values
{
    internal abstract decimal Of(Figure figure);

    /// <summary>Share of the longest possible wait for a carrier of which only the departures a week are
    /// known.</summary>
    internal virtual double WaitShare(string name) => 0.5;

    /// <summary>Planning values: the means.</summary>
    internal sealed class Planning : Values
    {
        internal override decimal Of(Figure figure) => figure.Value.Mean;
    }

    /// <summary>Planning values, but one figure is at something else.</summary>
    internal sealed class OneChanged(string figureId, decimal value) : Values
    {
        internal override decimal Of(Figure figure) => figure.Id == figureId ? value : figure.Value.Mean;
    }

    /// <summary>One replicate.</summary>
    internal sealed class Drawn(Draws draws, int replicate) : Values
    {
        internal override decimal Of(Figure figure) => draws.Column(figure)[replicate];

        internal override double WaitShare(string name) => draws.Uniform(replicate, name);
    }
}
