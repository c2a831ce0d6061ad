namespace Rahdar.Planning.Plain;

/// <summary>Labels of one state, none worse than another, with their criteria side by side so that most are told apart
/// at a glance.</summary>
internal sealed class Bag
{
    private Key[] _keys = new Key[4];
    private Label[] _labels = new Label[4];

    internal int Count { get; private set; }

    internal IEnumerable<Label> Labels => _labels.Take(Count);

    /// <summary>Keeps a label unless one that is there dominates it; drops those it dominates.</summary>
    internal bool Keep(Label label, DominanceRule rule)
    {
        for (var i = 0; i < Count; i++)
        {
            ref readonly var key = ref _keys[i];
            if (key.A <= label.A && key.Nepers <= label.Nepers && key.Grams <= label.Grams
                && rule.Dominates(_labels[i], label)) return false;
        }
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            ref readonly var key = ref _keys[i];
            if (label.A <= key.A && label.Nepers <= key.Nepers && label.Grams <= key.Grams
                && rule.Dominates(label, _labels[i]))
            {
                _labels[i].IsDropped = true;
                continue;
            }
            if (kept != i) (_keys[kept], _labels[kept]) = (_keys[i], _labels[i]);
            kept++;
        }
        if (kept == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * kept);
            Array.Resize(ref _labels, 2 * kept);
        }
        _keys[kept] = new Key(label.A, label.Cents, label.Nepers, label.Grams);
        _labels[kept] = label;
        Count = kept + 1;
        return true;
    }

    /// <summary>Whether a label is no worse than these criteria in all four.</summary>
    internal bool Beats(int a, long cents, long nepers, long grams)
    {
        for (var i = 0; i < Count; i++)
        {
            ref readonly var key = ref _keys[i];
            if (key.A > a || key.Cents > cents || key.Nepers > nepers || key.Grams > grams) continue;
            // What beat this one is likely to beat the next: it moves half-way to the front.
            (_keys[i], _keys[i / 2]) = (_keys[i / 2], _keys[i]);
            (_labels[i], _labels[i / 2]) = (_labels[i / 2], _labels[i]);
            return true;
        }
        return false;
    }

    private readonly record struct Key(int A, long Cents, long Nepers, long Grams);
}
