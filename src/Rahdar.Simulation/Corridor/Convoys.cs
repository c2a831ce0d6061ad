namespace Rahdar.Simulation.Corridor;

/// <summary>Everything under way: boxes that stay together, trucks that came together, trains, ships.</summary>
/// <remarks>Shape: one array a property, by number; numbers of those that have arrived are used again. Nothing is
/// allocated once there are no more than ever before.</remarks>
internal sealed class Convoys
{
    private const int Fewest = 256;
    private int[] _free = [];
    private int _freeCount;

    /// <summary>Step it is at.</summary>
    internal int[] Step = [];

    /// <summary>TEU, trucks, or 1 for a train or ship.</summary>
    internal int[] Units = [];

    /// <summary>Wagons of a train, or those its boxes fill.</summary>
    internal int[] Wagons = [];

    /// <summary>Source it comes from, <see cref="None"/> for a service; consignments count on after the
    /// sources.</summary>
    internal int[] Source = [];

    /// <summary>Service it is a departure of, or <see cref="None"/>.</summary>
    internal int[] Service = [];

    /// <summary>Its number among all of its source or service.</summary>
    internal long[] Serial = [];

    /// <summary>When it set out.</summary>
    internal long[] Born = [];

    /// <summary>When it came to where it is.</summary>
    internal long[] Since = [];

    /// <summary>Next of the list it stands in.</summary>
    internal int[] Next = [];

    /// <summary>First of those aboard.</summary>
    internal int[] Aboard = [];

    /// <summary>TEU for which there is room.</summary>
    internal int[] Room = [];

    /// <summary>Portions still on their way.</summary>
    internal int[] Pending = [];

    /// <summary>Stands for no convoy, no source and no service.</summary>
    internal const int None = -1;

    /// <summary>Convoys there are now.</summary>
    internal int Count => Step.Length - _freeCount;

    /// <summary>Numbers ever used.</summary>
    internal int Reach => Step.Length;

    /// <summary>Whether a number is in use.</summary>
    internal bool IsThere(int convoy) => Step[convoy] != None;

    internal void Reset()
    {
        _freeCount = Step.Length;
        for (var i = 0; i < Step.Length; i++)
        {
            _free[i] = Step.Length - 1 - i;
            Step[i] = None;
        }
    }

    internal int Add(int step, int units, int source, int service, long serial, long now)
    {
        if (_freeCount == 0) Grow();
        var convoy = _free[--_freeCount];
        (Step[convoy], Units[convoy], Wagons[convoy]) = (step, units, (units + 1) / 2);
        (Source[convoy], Service[convoy], Serial[convoy]) = (source, service, serial);
        (Born[convoy], Since[convoy], Next[convoy], Aboard[convoy]) = (now, now, None, None);
        (Room[convoy], Pending[convoy]) = (0, 0);
        return convoy;
    }

    internal void Drop(int convoy)
    {
        Step[convoy] = None;
        _free[_freeCount++] = convoy;
    }

    private void Grow()
    {
        var (before, after) = (Step.Length, Math.Max(Fewest, Step.Length * 2));
        Array.Resize(ref Step, after);
        Array.Resize(ref Units, after);
        Array.Resize(ref Wagons, after);
        Array.Resize(ref Source, after);
        Array.Resize(ref Service, after);
        Array.Resize(ref Serial, after);
        Array.Resize(ref Born, after);
        Array.Resize(ref Since, after);
        Array.Resize(ref Next, after);
        Array.Resize(ref Aboard, after);
        Array.Resize(ref Room, after);
        Array.Resize(ref Pending, after);
        Array.Resize(ref _free, after);
        for (var i = after - 1; i >= before; i--)
        {
            _free[_freeCount++] = i;
            Step[i] = None;
        }
    }
}
