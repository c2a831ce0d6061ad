namespace Rahdar.Benchmarks.Line;

/// <summary>Things that one client at a time can hold - a track, a section, a berth -, each with a line of clients that
/// wait for it: first come, first served.</summary>
/// <remarks>Shape: things and clients are dense indices of the model; a client waits for one thing at a time. Nothing
/// is allocated after the start.</remarks>
internal sealed class WaitingLines
{
    private const int Nobody = -1;

    private readonly int[] _holder;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _behind;

    /// <summary>All things free.</summary>
    /// <param name="things">How many there are.</param>
    /// <param name="clients">How many may wait.</param>
    public WaitingLines(int things, int clients)
    {
        (_holder, _first, _last) = (new int[things], new int[things], new int[things]);
        _behind = new int[clients];
        Reset();
    }

    /// <summary>Frees everything.</summary>
    public void Reset()
    {
        Array.Fill(_holder, Nobody);
        Array.Fill(_first, Nobody);
    }

    /// <summary>Takes a thing if it is free; else the client joins its line.</summary>
    /// <returns>Whether the client holds it now.</returns>
    public bool TrySeize(int thing, int client)
    {
        if (_holder[thing] == Nobody)
        {
            _holder[thing] = client;
            return true;
        }
        if (_first[thing] == Nobody) _first[thing] = client;
        else _behind[_last[thing]] = client;
        _last[thing] = client;
        _behind[client] = Nobody;
        return false;
    }

    /// <summary>Gives a thing up; the first of its line holds it then.</summary>
    /// <returns>Whether somebody waited: the next one, who holds it now.</returns>
    public bool Release(int thing, out int next)
    {
        next = _first[thing];
        _holder[thing] = next;
        if (next == Nobody) return false;
        _first[thing] = _behind[next];
        return true;
    }
}
