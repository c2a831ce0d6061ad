using Rahdar.Quantities;

namespace Rahdar.Movements;

/// <summary>The stable names of movements and of what they speak of, in one place; a name is never used again for
/// another thing.</summary>
public static class MovementNames
{
    /// <summary>Names of the family.</summary>
    /// <remarks>Shape: in the order in which they happen to a unit.</remarks>
    public static IReadOnlyDictionary<string, Type> Movements { get; } = new Dictionary<string, Type>
    {
        ["departed"] = typeof(Departed),
        ["arrived"] = typeof(Arrived),
        ["queued"] = typeof(Queued),
        ["began"] = typeof(Began),
        ["ended"] = typeof(Ended),
        ["loaded"] = typeof(Loaded),
        ["unloaded"] = typeof(Unloaded),
        ["delivered"] = typeof(Delivered),
    };

    /// <summary>Names of activities.</summary>
    public static IReadOnlyDictionary<string, Activity> Activities { get; } = new Dictionary<string, Activity>
    {
        ["border-out"] = Activity.BorderOut,
        ["border-in"] = Activity.BorderIn,
        ["papers"] = Activity.Papers,
        ["customs"] = Activity.Customs,
        ["sanitary"] = Activity.Sanitary,
        ["weighing"] = Activity.Weighing,
        ["inspection"] = Activity.Inspection,
        ["checkpoint"] = Activity.Checkpoint,
        ["gauge-change"] = Activity.GaugeChange,
        ["handling"] = Activity.Handling,
        ["storage"] = Activity.Storage,
        ["boarding"] = Activity.Boarding,
        ["passage"] = Activity.Passage,
        ["making-up"] = Activity.MakingUp,
        ["splitting"] = Activity.Splitting,
        ["escort"] = Activity.Escort,
        ["repair"] = Activity.Repair,
    };

    /// <summary>Names of kinds of units.</summary>
    public static IReadOnlyDictionary<string, UnitKind> Kinds { get; } = new Dictionary<string, UnitKind>
    {
        ["container"] = UnitKind.Container,
        ["wagon"] = UnitKind.Wagon,
        ["train"] = UnitKind.Train,
        ["truck"] = UnitKind.Truck,
        ["vessel"] = UnitKind.Vessel,
    };

    /// <summary>Names of modes.</summary>
    public static IReadOnlyDictionary<string, Mode> Modes { get; } = new Dictionary<string, Mode>
    {
        ["rail"] = Mode.Rail,
        ["road"] = Mode.Road,
        ["sea"] = Mode.Sea,
        ["ro-ro"] = Mode.RoRo,
        ["air"] = Mode.Air,
    };

    private static readonly Dictionary<Type, string> OfMovement = Turned(Movements);
    private static readonly Dictionary<Activity, string> OfActivity = Turned(Activities);
    private static readonly Dictionary<UnitKind, string> OfKind = Turned(Kinds);
    private static readonly Dictionary<Mode, string> OfMode = Turned(Modes);

    /// <summary>Name of a movement: `departed`.</summary>
    public static string Of(Movement movement) => OfMovement[movement.GetType()];

    /// <summary>Name of an activity: `gauge-change`.</summary>
    public static string Of(Activity activity) => OfActivity[activity];

    /// <summary>Name of a kind of units: `container`.</summary>
    public static string Of(UnitKind kind) => OfKind[kind];

    /// <summary>Name of a mode: `ro-ro`.</summary>
    public static string Of(Mode mode) => OfMode[mode];

    private static Dictionary<T, string> Turned<T>(IReadOnlyDictionary<string, T> names)
        where T : notnull => names.ToDictionary(n => n.Value, n => n.Key);
}
