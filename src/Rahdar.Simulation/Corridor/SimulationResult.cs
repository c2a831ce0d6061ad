using NodaTime;
using Rahdar.Network.Places;

namespace Rahdar.Simulation.Corridor;

/// <summary>What kind of resource something is.</summary>
public enum ResourceKind
{
    /// <summary>Both posts of a crossing.</summary>
    Post,

    /// <summary>Cranes of a yard where the gauge changes.</summary>
    Yard,

    /// <summary>Berths of a port.</summary>
    Port,

    /// <summary>A section of railway.</summary>
    Section,

    /// <summary>A service that boxes wait for.</summary>
    Service,
}

/// <summary>A resource over the days measured.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Row of the data.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">What is counted: trucks, trains, wagons, TEU, ships.</param>
/// <param name="UnitsPerDay">Units served a day.</param>
/// <param name="Utilisation">Share of its open time that it worked, 0 to 1; NaN for services.</param>
/// <param name="WaitHours">Mean hours that units which came in the days measured wait for their turn, also after
/// them; of services, that units waited which boarded. No value when some never have their turn.</param>
/// <param name="UnitHoursPerDay">Hours waited a day inside the days measured, all units together, those who still wait
/// at the end among them: what bottlenecks are ranked by.</param>
public sealed record ResourceResult(
    ResourceKind Kind, string Id, string Name, string Unit, Estimate UnitsPerDay, Estimate Utilisation,
    Estimate WaitHours, Estimate UnitHoursPerDay)
{
    /// <summary>Units that wait at midnight from the first day on, mean of the replications; empty where nothing
    /// queues by the unit.</summary>
    public IReadOnlyList<double> Queue { get; init; } = [];

    /// <summary>Least and greatest queue of any replication, by day.</summary>
    public IReadOnlyList<(int Least, int Greatest)> QueueRange { get; init; } = [];
}

/// <summary>Passages of a border row in one direction: waiting, and the work of both posts.</summary>
/// <param name="BorderId">The row.</param>
/// <param name="From">Place they come from.</param>
/// <param name="To">Place they go to.</param>
/// <param name="UnitsPerDay">Units a day that get through.</param>
/// <param name="Hours">Mean hours from coming to leaving of units that came in the days measured, also where they leave
/// after them; no value when some never get through.</param>
/// <param name="Median">Median hours of the same, whole hours told apart.</param>
/// <param name="Ninetieth">Hours that nine in ten do not pass.</param>
/// <param name="Held">Units there when the days measured end.</param>
public sealed record CrossingResult(
    string BorderId, PlaceId From, PlaceId To, Estimate UnitsPerDay, Estimate Hours, Estimate Median,
    Estimate Ninetieth, Estimate Held);

/// <summary>Boxes between two terminals, or one consignment.</summary>
/// <param name="Id">Row of the data, or the name of the consignment.</param>
/// <param name="Name">Name for people.</param>
/// <param name="ArrivedPerDay">TEU that arrived a day, whenever they set out.</param>
/// <param name="Median">Days from setting out to arrival that half do not pass.</param>
/// <param name="Ninetieth">Days that nine in ten do not pass.</param>
/// <param name="Underway">TEU still on the way at the end.</param>
/// <remarks>Who is still on the way counts with the time so far (Kaplan and Meier). A time that fewer were seen to
/// arrive in has no value.</remarks>
public sealed record RelationResult(
    string Id, string Name, Estimate ArrivedPerDay, Estimate Median, Estimate Ninetieth, Estimate Underway);

/// <summary>What a simulation found.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Scenario">Name of the scenario; empty for the data as they are.</param>
/// <param name="Resources">Posts, yards, ports, sections and services, the most waited for first.</param>
/// <param name="Crossings">Border rows by direction, by id.</param>
/// <param name="Relations">Relations, then consignments.</param>
/// <param name="EventsPerReplication">Events handled, mean.</param>
/// <param name="Limits">What the model leaves out.</param>
/// <param name="LeftOut">Demands and services that could not be laid out, and why.</param>
/// <param name="Figures">Ids of the figures the model was made from, in order.</param>
public sealed record SimulationResult(
    SimulationRequest Request, string Scenario, IReadOnlyList<ResourceResult> Resources,
    IReadOnlyList<CrossingResult> Crossings, IReadOnlyList<RelationResult> Relations, double EventsPerReplication,
    IReadOnlyList<ModelLimit> Limits, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Figures)
{
    /// <summary>First instant measured.</summary>
    public required Instant Begin { get; init; }

    /// <summary>What was simulated, so that a run can be told without laying it out again.</summary>
    internal CorridorModel? Model { get; init; }

    /// <summary>One value a replication of each figure that scenarios are compared by: by its name.</summary>
    internal IReadOnlyDictionary<string, double[]> Samples { get; init; } = new Dictionary<string, double[]>();
}
