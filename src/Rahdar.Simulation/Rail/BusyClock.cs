namespace Rahdar.Simulation.Rail;

/// <summary>How long each of some things was held.</summary>
internal sealed class BusyClock(int things)
{
    private readonly long[] _since = new long[things];
    private readonly long[] _busy = new long[things];
    private readonly bool[] _isHeld = new bool[things];

    internal void Reset()
    {
        Array.Clear(_busy);
        Array.Clear(_isHeld);
    }

    internal void Begin(int thing, long now) => (_since[thing], _isHeld[thing]) = (now, true);

    internal void End(int thing, long now)
    {
        _busy[thing] += now - _since[thing];
        _isHeld[thing] = false;
    }

    /// <summary>Seconds up to now, those of a thing still held included.</summary>
    internal long Read(int thing, long now) => _busy[thing] + (_isHeld[thing] ? now - _since[thing] : 0);
}
