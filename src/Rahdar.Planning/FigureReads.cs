using Rahdar.Quantities;

namespace Rahdar.Planning;

/// <summary>The only way the evaluator gets at a figure: it can change one for an audit and lists what was
/// read.</summary>
internal sealed class FigureReads
{
    private readonly IReadOnlyDictionary<string, Triangle> _overrides;
    private readonly Dictionary<string, Figure>? _read;

    /// <summary>Reads without listing, for the search.</summary>
    internal FigureReads() : this(new Dictionary<string, Triangle>(), false)
    {
    }

    internal FigureReads(IReadOnlyDictionary<string, Triangle> overrides, bool isRecording) =>
        (_overrides, _read) = (overrides, isRecording ? [] : null);

    /// <summary>Figures read so far, by id; empty unless recording.</summary>
    internal IReadOnlyDictionary<string, Figure> Read => _read ?? [];

    /// <summary>Planning value of a figure: the mean of its triangle.</summary>
    internal decimal Mean(Figure figure) => Triangle(figure).Mean;

    /// <summary>Planning value of a figure that may turn out not to matter; it is listed only when it does.</summary>
    internal decimal Peek(Figure figure) =>
        (_overrides.TryGetValue(figure.Id, out var changed) ? changed : figure.Value).Mean;

    /// <summary>Most likely value of a figure.</summary>
    internal decimal Mode(Figure figure) => Triangle(figure).Mode;

    private Triangle Triangle(Figure figure)
    {
        _read?.TryAdd(figure.Id, figure);
        return _overrides.TryGetValue(figure.Id, out var changed) ? changed : figure.Value;
    }
}
