using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>Writes plans of the planner down as steps of the simulation.</summary>
internal sealed class PlanWay(
    CorridorNetwork network, LocalDate day, FigureUse figures, WayBuilder way, RailBuilder rail,
    ServiceBuilder services, List<string> leftOut)
{
    /// <summary>Links of an element by rail without a service: the shortest way of one gauge; may be empty.</summary>
    internal IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> RailWay(Element element)
    {
        var best = network.LinksAt(element.From, Mode.Rail).Select(l => l.Gauge).Distinct()
            .Select(gauge => ShortestWay.Find(
                network.Links.Where(l => l.Mode == Mode.Rail && l.Gauge == gauge && network.IsWorked(l, day)),
                element.From, element.To))
            .OfType<IReadOnlyList<Link>>().MinBy(links => links.Sum(l => figures.Mean(l.RouteKm)));
        return ShortestWay.Directed(best ?? [], element.From);
    }

    /// <summary>Steps of a plan: what the planner counts as waiting is left to happen. Null, and the reason kept, when
    /// one of its services is not simulated.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="id">Whose it is.</param>
    /// <param name="teu">TEU that its prices are of.</param>
    internal int? Add(Itinerary plan, string id, int teu)
    {
        var first = way.Steps.Count;
        var bill = new Bill(teu, step => LengthOf(way.Steps[step]));
        for (var i = 0; i < plan.Elements.Count; i++)
        {
            var element = plan.Elements[i];
            var (step, begun) = (way.Steps.Count, i);
            if (element.ServiceId.Length > 0)
            {
                var last = LastOfRide(plan, i);
                if (services.FindRide(element.ServiceId, element.From, plan.Elements[last].To) is not var (service,
                    on, off))
                {
                    leftOut.Add($"{id}: {element.ServiceId} is not simulated");
                    way.Steps.RemoveRange(first, way.Steps.Count - first);
                    return null;
                }
                way.Add(StepKind.Ride, element.From, plan.Elements[last].To, service, on, off);
                i = last;
            }
            else if (AddElement(element) is { } why)
            {
                leftOut.Add($"{id}: {why}");
                way.Steps.RemoveRange(first, way.Steps.Count - first);
                return null;
            }
            bill.Add([.. plan.Elements.Skip(begun).Take(i - begun + 1)], step, way.Steps.Count);
        }
        foreach (var (step, price) in bill.Prices) way.Prices[step] = price;
        way.Add(StepKind.End, plan.Elements[^1].To, plan.Elements[^1].To);
        return first;
    }

    /// <summary>Last element of the ride that begins with an element: borders and yards on its way belong to
    /// it.</summary>
    private static int LastOfRide(Itinerary plan, int first)
    {
        var last = first;
        for (var i = first + 1; i < plan.Elements.Count; i++)
            if (plan.Elements[i].ServiceId == plan.Elements[first].ServiceId) last = i;
            else if (plan.Elements[i].ServiceId.Length > 0
                || plan.Elements[i].Kind is ElementKind.Road or ElementKind.Rail)
                break;
        return last;
    }

    /// <summary>One element; null, or why it cannot be run.</summary>
    private string? AddElement(Element element)
    {
        switch (element.Kind)
        {
            case ElementKind.Border:
                way.Border(network.Borders.First(b => b.Id == element.BorderId), element.From, element.To);
                return null;
            case ElementKind.Gauge when YardAt(element.From) is { } yard:
                way.Yard(yard, yard.From.Millimetres);
                return null;
            case ElementKind.Rail:
                var links = RailWay(element);
                if (links.Count == 0) return $"no way by rail of one gauge from {element.From} to {element.To}";
                // Making a train up is work on this train alone; nothing else in the model makes it longer.
                if (element.WaitMinutes > 0)
                    way.Pass(element.From, element.From, Seconds.Exactly(element.WaitMinutes * 60L));
                return way.Rail(links, links.Min(l => rail.TrainLength(l.Link)));
            case ElementKind.Road:
                way.Pass(element.From, element.To, Driven(element));
                return null;
            default:
                var seconds = (long)(element.Arrival - element.Departure).TotalSeconds;
                if (seconds > 0) way.Pass(element.From, element.To, Seconds.Exactly(seconds));
                return null;
        }
    }

    /// <summary>Kilometres in a straight line between the ends of a step.</summary>
    private double LengthOf(in Step step)
    {
        var (from, to) = (network.GetPlace(way.Places[step.From]), network.GetPlace(way.Places[step.To]));
        return from == to ? 0 : GreatCircle.Km(from, to);
    }

    private Network.Rail.GaugeBreak? YardAt(PlaceId place) =>
        network.GaugeBreaks.FirstOrDefault(g => g.Place == place && g.Status == "operating");

    /// <summary>A drive with the spread of truck speeds in its country.</summary>
    private Seconds Driven(Element element)
    {
        var seconds = (decimal)(element.Arrival - element.Departure).TotalSeconds;
        var country = network.GetPlace(element.From).Country;
        var speed = figures.Value(
            network.Figures.TruckSpeeds.GetValueOrDefault(country)
            ?? network.Figures.GetDefault("truck-speed", country));
        return new Seconds(
            (long)(seconds * speed.Mean / speed.Max), (long)(seconds * speed.Mean / speed.Mode),
            (long)(seconds * speed.Mean / speed.Min));
    }

    /// <summary>Prices of the steps of a plan. Several steps of one element share its price by the distances between
    /// their ends. Storage after free days is no element's and in no price.</summary>
    /// <param name="teu">TEU that the prices are of.</param>
    /// <param name="length">Length of a step, in any unit.</param>
    private sealed class Bill(int teu, Func<int, double> length)
    {
        private long _kept;

        internal Dictionary<int, StepPrice> Prices { get; } = [];

        /// <summary>Elements that became the steps from one number up to another.</summary>
        internal void Add(IReadOnlyList<Element> elements, int first, int end)
        {
            var cents = elements.Sum(e => e.Cost.Sum(line => line.Cents)) + _kept;
            // What takes no time became no step: the next step, or the last one, bears its price.
            _kept = 0;
            if (first == end && Prices.Count == 0) _kept = cents;
            else if (first == end) Bear(cents);
            else if (elements is [{ Kind: ElementKind.Border, Cost: [var crossing, ..] }])
                Prices[first] = StepPrice.OfBorder(crossing.Cents, cents - crossing.Cents, teu);
            else Share(cents, first, end);
        }

        private void Share(long cents, int first, int end)
        {
            var lengths = Enumerable.Range(first, end - first).Select(length).ToList();
            var (all, gone, paid) = (lengths.Sum(), 0.0, 0L);
            for (var step = first; step < end; step++)
            {
                gone += lengths[step - first];
                var until = step == end - 1 || all <= 0 ? cents : (long)Math.Round(cents * (gone / all));
                Prices[step] = new StepPrice(until - paid, 0, teu);
                paid = until;
            }
        }

        private void Bear(long cents)
        {
            var last = Prices.Keys.Max();
            Prices[last] = Prices[last] with { Cents = Prices[last].Cents + cents };
        }
    }
}
