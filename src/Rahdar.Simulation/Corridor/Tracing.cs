using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>Tells what happens in a replication as movements: the same records as planned and observed ones.</summary>
/// <remarks>What is certain to come is told at once, so movements are not told in order of time.</remarks>
internal sealed class Tracing(CorridorModel model, Convoys convoys, Action<Unit, Movement> tell)
{
    internal void Began(int convoy, in Step step, long now)
    {
        var (unit, at, place) = (UnitOf(convoy), model.At(now), model.Places[step.From]);
        switch (step.Kind)
        {
            case StepKind.Pass when step.From == step.To:
                tell(unit, new Began(unit.Id, at, place, Activity.Handling, ""));
                break;
            case StepKind.Pass or StepKind.Line or StepKind.Track:
                tell(unit, new Departed(unit.Id, at, place, model.Places[step.To], ModeOf(step), ByOf(convoy)));
                break;
            case StepKind.Yard:
                tell(unit, new Queued(unit.Id, at, place, Activity.GaugeChange, model.Yards[step.A].Id));
                break;
            case StepKind.Gate:
                tell(unit, new Queued(unit.Id, at, place, Activity.Handling, model.Gates[step.A].Id));
                break;
            case StepKind.Ride:
                tell(unit, new Queued(unit.Id, at, place, Activity.Boarding, model.Services[step.A].Id));
                break;
            case StepKind.End:
                tell(unit, new Delivered(unit.Id, at, place));
                break;
            default:
                break;
        }
    }

    internal void Ended(int convoy, long now)
    {
        var step = model.Steps[convoys.Step[convoy]];
        var (unit, at, place) = (UnitOf(convoy), model.At(now), model.Places[step.To]);
        switch (step.Kind)
        {
            case StepKind.Pass when step.From == step.To:
                tell(unit, new Ended(unit.Id, at, place, Activity.Handling, "", PriceOf(convoy)));
                break;
            case StepKind.Pass or StepKind.Line or StepKind.Track:
                tell(unit, new Arrived(
                    unit.Id, at, place, model.Places[step.From], ModeOf(step), ByOf(convoy), PriceOf(convoy)));
                break;
            case StepKind.Yard:
                tell(unit, new Ended(unit.Id, at, place, Activity.GaugeChange, model.Yards[step.A].Id,
                    PriceOf(convoy)));
                break;
            case StepKind.Gate:
                tell(unit, new Ended(unit.Id, at, place, Activity.Handling, model.Gates[step.A].Id,
                    PriceOf(convoy)));
                break;
            default:
                break;
        }
    }

    /// <summary>Work begins in a yard, or at a berth.</summary>
    internal void Working(int convoy, Activity activity, string resource, long begin)
    {
        var unit = UnitOf(convoy);
        var place = model.Places[model.Steps[convoys.Step[convoy]].From];
        tell(unit, new Began(unit.Id, model.At(begin), place, activity, resource));
    }

    /// <summary>A passage of a border: the queue, then the work of both posts, half for each. Both are told where the
    /// model does them, at the post that is left.</summary>
    internal void Border(int convoy, in Step step, long now, long begin, long end, long done)
    {
        var (id, from, _) = model.Borders[step.C];
        var unit = UnitOf(convoy);
        var left = model.Places[from];
        var between = model.At(end + (done - end) / 2);
        var price = FindPrice(convoy);
        long? entry = price is { } p ? StepPrice.For(p.Entry, p.Units, convoys.Units[convoy]) : null;
        tell(unit, new Queued(unit.Id, model.At(now), left, Activity.BorderOut, id));
        tell(unit, new Began(unit.Id, model.At(begin), left, Activity.BorderOut, id));
        tell(unit, new Ended(unit.Id, between, left, Activity.BorderOut, id, PriceOf(convoy)));
        tell(unit, new Began(unit.Id, between, left, Activity.BorderIn, id));
        tell(unit, new Ended(unit.Id, model.At(done), left, Activity.BorderIn, id, entry));
    }

    /// <summary>Comes to a border and is never let through.</summary>
    internal void Held(int convoy, in Step step, long now)
    {
        var (id, from, _) = model.Borders[step.C];
        var unit = UnitOf(convoy);
        tell(unit, new Queued(unit.Id, model.At(now), model.Places[from], Activity.BorderOut, id));
    }

    /// <summary>Boxes go aboard and along: a ride is told as one, from where they board to where they leave
    /// it.</summary>
    internal void Boarded(int convoy, int vehicle, in Step step, long now)
    {
        var (unit, at, from) = (UnitOf(convoy), model.At(now), model.Places[step.From]);
        var to = model.Places[model.Steps[convoys.Step[convoy]].To];
        tell(unit, new Loaded(unit.Id, at, from, UnitOf(vehicle).Id));
        tell(unit, new Departed(unit.Id, at, from, to, ModeOf(vehicle), ByOf(vehicle)));
    }

    internal void Alighted(int convoy, int vehicle, long now)
    {
        var (unit, at, ride) = (UnitOf(convoy), model.At(now), model.Steps[convoys.Step[convoy]]);
        var place = model.Places[ride.To];
        tell(unit, new Arrived(
            unit.Id, at, place, model.Places[ride.From], ModeOf(vehicle), ByOf(vehicle), PriceOf(convoy)));
        tell(unit, new Unloaded(unit.Id, at, place, UnitOf(vehicle).Id));
    }

    /// <summary>What its step costs a convoy, all of its units together; null when that is unknown.</summary>
    private long? PriceOf(int convoy) => FindPrice(convoy) is { } price
        ? StepPrice.For(price.Cents, price.Units, convoys.Units[convoy])
        : null;

    private StepPrice? FindPrice(int convoy) =>
        model.Prices.TryGetValue(convoys.Step[convoy], out var price) ? price : null;

    private Mode ModeOf(int vehicle) => model.Services[convoys.Service[vehicle]] switch
    {
        { Wagons: > 0 } => Mode.Rail,
        { IsShip: true } => Mode.Sea,
        _ => Mode.Road,
    };

    private Unit UnitOf(int convoy)
    {
        var (source, service, serial) = (convoys.Source[convoy], convoys.Service[convoy], convoys.Serial[convoy]);
        if (service != Convoys.None)
        {
            var departs = model.Services[service];
            var vehicle = departs.Wagons > 0 ? UnitKind.Train : departs.IsShip ? UnitKind.Vessel : UnitKind.Truck;
            return new Unit(new UnitId($"{departs.Id}/{serial + 1}"), vehicle, 1);
        }
        if (source >= model.Sources.Length)
            return new Unit(
                new UnitId(model.Consignments[source - model.Sources.Length].Id), UnitKind.Container,
                convoys.Units[convoy]);
        var kind = model.Sources[source] switch
        {
            { IsTrain: true } => UnitKind.Train,
            { IsTrucks: true } => UnitKind.Truck,
            _ => UnitKind.Container,
        };
        return new Unit(new UnitId($"{model.Sources[source].Id}/{serial + 1}"), kind, convoys.Units[convoy]);
    }

    private static Mode ModeOf(in Step step) => step.Kind == StepKind.Pass ? (Mode)step.C : Mode.Rail;

    private string ByOf(int convoy) => convoys.Service[convoy] is not Convoys.None and var service
        ? model.Services[service].Id
        : "";
}
