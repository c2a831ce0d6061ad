using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>The only way the model gets at a figure: it lists what was read, so that a test can see that nothing feeds
/// the
/// simulation that it is judged by.</summary>
internal sealed class FigureUse
{
    private readonly Dictionary<string, Figure> _used = [];

    internal IReadOnlyCollection<Figure> Used => _used.Values;

    internal Triangle Value(Figure figure)
    {
        _used[figure.Id] = figure;
        return figure.Value;
    }

    internal decimal Mean(Figure figure) => Value(figure).Mean;

    internal (double Min, double Mode, double Max) Range(Figure figure)
    {
        var value = Value(figure);
        return ((double)value.Min, (double)value.Mode, (double)value.Max);
    }
}
