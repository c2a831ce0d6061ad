namespace Rahdar.Simulation.Corridor;

/// <summary>Convoys that wait for the same, in the order in which they came; linked through
/// <see cref="Convoys.Next"/>.</summary>
internal sealed class WaitingList(Convoys convoys)
{
    private int _last = Convoys.None;

    /// <summary>Who has waited longest, or none.</summary>
    internal int First { get; private set; } = Convoys.None;

    /// <summary>Units that wait.</summary>
    internal int Units { get; private set; }

    internal void Clear() => (First, _last, Units) = (Convoys.None, Convoys.None, 0);

    internal void Add(int convoy)
    {
        convoys.Next[convoy] = Convoys.None;
        if (_last == Convoys.None) First = convoy;
        else convoys.Next[_last] = convoy;
        _last = convoy;
        Units += convoys.Units[convoy];
    }

    /// <summary>Takes a convoy out.</summary>
    /// <param name="convoy">The convoy.</param>
    /// <param name="before">Who stands before it; none when it is the first.</param>
    internal void Remove(int convoy, int before)
    {
        if (before == Convoys.None) First = convoys.Next[convoy];
        else convoys.Next[before] = convoys.Next[convoy];
        if (_last == convoy) _last = before;
        convoys.Next[convoy] = Convoys.None;
        Units -= convoys.Units[convoy];
    }
}
