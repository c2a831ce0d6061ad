namespace Rahdar.Movements;

/// <summary>What is done with a unit, or what it waits for; a closed list with names in
/// <see cref="MovementNames"/>.</summary>
public enum Activity
{
    /// <summary>Formalities of leaving a country, where they are not told one by one.</summary>
    BorderOut,

    /// <summary>Formalities of entering a country, where they are not told one by one.</summary>
    BorderIn,

    /// <summary>Papers are made, mended or exchanged, reconsignment included.</summary>
    Papers,

    /// <summary>Customs clearance.</summary>
    Customs,

    /// <summary>Health, veterinary or plant control.</summary>
    Sanitary,

    /// <summary>Weighing.</summary>
    Weighing,

    /// <summary>Technical, commercial or security inspection.</summary>
    Inspection,

    /// <summary>Stop at a checkpoint on the way.</summary>
    Checkpoint,

    /// <summary>Bogies or wheelsets are changed; the cargo stays.</summary>
    GaugeChange,

    /// <summary>Loading, unloading or transshipment.</summary>
    Handling,

    /// <summary>Stay that is charged for; it may run beside anything else.</summary>
    Storage,

    /// <summary>Going with a departure; told as what a unit waits for.</summary>
    Boarding,

    /// <summary>Going on to a track, lock or channel; told as what a unit waits for.</summary>
    Passage,

    /// <summary>A train is made up of wagons.</summary>
    MakingUp,

    /// <summary>A train is divided into portions.</summary>
    Splitting,

    /// <summary>Convoy or guard; the one activity that goes along on the way.</summary>
    Escort,

    /// <summary>Repair of vehicle, wagon or load.</summary>
    Repair,
}
