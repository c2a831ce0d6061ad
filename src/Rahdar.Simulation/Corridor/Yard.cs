namespace Rahdar.Simulation.Corridor;

/// <summary>A yard in one replication: tracks, ground slots, cranes and the wagons of two gauges.</summary>
/// <remarks>A train comes in only when a track is free and there are slots for all its boxes; the boxes are set down,
/// the
/// track is given back, and only then is waited for wagons: so nothing waits for wagons while it holds a track. Wagons
/// come back after a time whatever else happens, so every wait ends.</remarks>
internal sealed class Yard(YardModel model, Convoys convoys)
{
    private int _tracks;
    private int _slots;
    private readonly int[] _wagons = new int[2];

    internal YardModel Model => model;

    /// <summary>Trains and boxes that wait to come in.</summary>
    internal WaitingList Outside { get; } = new(convoys);

    /// <summary>Boxes on the ground that wait for wagons of one gauge or the other.</summary>
    internal WaitingList[] Grounded { get; } = [new(convoys), new(convoys)];

    /// <summary>TEU-seconds waited for slots and for wagons inside the days measured.</summary>
    internal long TeuSecondsWaited { get; set; }

    /// <summary>TEU on the ground now.</summary>
    internal int OnGround => model.Slots - _slots;

    /// <summary>Wagons of a gauge at hand.</summary>
    internal int Wagons(int side) => _wagons[side];

    /// <summary>Tracks taken now.</summary>
    internal int TracksTaken => model.Tracks - _tracks;

    internal void Reset()
    {
        (_tracks, _slots) = (model.Tracks, model.Slots);
        (_wagons[0], _wagons[1]) = (model.Pools[0], model.Pools[1]);
        Outside.Clear();
        Grounded[0].Clear();
        Grounded[1].Clear();
        TeuSecondsWaited = 0;
    }

    /// <summary>Whether boxes may come in now; what is larger than the whole yard comes when it is empty.</summary>
    internal bool TryEnter(int teu)
    {
        if (_tracks == 0 || _slots < Math.Min(teu, model.Slots)) return false;
        _tracks--;
        _slots -= Math.Min(teu, model.Slots);
        return true;
    }

    /// <summary>Boxes stand on the ground: the track is free, and so are the wagons they came on.</summary>
    internal void SetDown(int wagons, int side)
    {
        _tracks++;
        GiveBack(wagons, side);
    }

    internal bool TryTake(int wagons, int side)
    {
        if (_wagons[side] < Math.Min(wagons, model.Pools[side])) return false;
        _wagons[side] -= Math.Min(wagons, model.Pools[side]);
        return true;
    }

    /// <summary>Wagons are at hand again; those beyond the yard's own go home.</summary>
    internal void GiveBack(int wagons, int side) =>
        _wagons[side] = Math.Min(model.Pools[side], _wagons[side] + wagons);

    internal void Leave(int teu) => _slots += Math.Min(teu, model.Slots);
}
