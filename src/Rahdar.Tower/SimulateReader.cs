using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Planning;
using Rahdar.Reports;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Tower;

/// <summary>Reads what is to be simulated; all faults at once.</summary>
internal sealed class SimulateReader(SimulateRequest request, FaultCollector faults)
{
    private readonly List<string> _notes = [];

    /// <summary>What was taken for granted.</summary>
    internal IReadOnlyList<string> Notes => _notes;

    /// <summary>Consignments with their plans.</summary>
    internal IReadOnlyList<GivenWay> Consignments { get; private set; } = [];

    /// <summary>The request; null when anything is wrong with it, with its scenarios or with its
    /// consignments.</summary>
    /// <param name="network">The corridor on which consignments are planned.</param>
    /// <param name="asOf">Knowledge date of a scenario, for when none was given.</param>
    /// <param name="step">Told what is worked on.</param>
    /// <param name="firstDay">First day, for when none was given.</param>
    internal SimulationRequest? Read(
        CorridorNetwork network, LocalDate? asOf, Action<string>? step, LocalDate? firstDay = null)
    {
        CheckNumbers();
        var from = request.From is { } day ? Date("--from", day) : firstDay;
        var given = request.Known is { } text ? Date("--known", text) : asOf;
        CheckDay("--from", from);
        CheckDay("--known", given);
        if (from is { } first && faults.IsClean) CheckLastDay(first);
        // A consignment is read also where the days are wrong, so that its own faults are told with theirs.
        var known = given ?? from ?? new LocalDate(2025, 1, 1);
        var asked = ReadConsignments(network, known, from);
        if (from is null || !faults.IsClean) return null;
        if (request.From is null)
            _notes.Add($"no first day was given: {from:uuuu-MM-dd}, the latest day that a scenario names, is taken");
        if (request.Known is null)
            _notes.Add(asOf is null
                ? "no knowledge date was given: what was known on the first day is used"
                : $"known {asOf:uuuu-MM-dd} is taken from the scenario's `as-of`");
        if (network.FindStaleness(known) is { } stale) _notes.Add(stale);
        if (known > from)
            _notes.Add($"this looks back: on {from:uuuu-MM-dd} nobody knew what was known on {known:uuuu-MM-dd}");
        Consignments = Plan(asked, step);
        return !faults.IsClean ? null : new SimulationRequest(from.Value, request.Days)
        {
            Known = known,
            WarmUpDays = request.WarmUpDays,
            Replications = request.Replications,
            Seed = request.Seed,
            Consignments = [.. Consignments.Select(c => new GivenConsignment(c.Id, c.Plan, c.Query.Cargo.Teu))],
        };
    }

    /// <summary>What of a scenario cannot act on the days simulated, one sentence each.</summary>
    internal static IReadOnlyList<string> ListIdle(CorridorNetwork network, SimulationRequest simulated)
    {
        var from = simulated.From;
        var (first, last) = (from.PlusDays(-simulated.WarmUpDays), from.PlusDays(simulated.Days - 1));
        string? Idle(Modification change) => change switch
        {
            OpenLink open when open.From > from => Later(open.Id, "opens", open.From),
            UpgradeLine upgrade when upgrade.From > from => Later(upgrade.ProjectId, "is upgraded", upgrade.From),
            Close close when close.From > last =>
                $"{close.TargetId} shuts on {close.From:uuuu-MM-dd}, after the last day ({last:uuuu-MM-dd})",
            Close close when close.From.PlusDays((int)decimal.Ceiling(close.Days.Max)) < first =>
                $"{close.TargetId} is open again before the warm-up begins ({first:uuuu-MM-dd})",
            SetDwell dwell when network.Borders.Any(b => b.Id == dwell.RowId) =>
                $"the hours of {dwell.RowId} hold a queue: they may change the way, but queues are simulated, not read",
            _ => null,
        };
        string Later(string id, string what, LocalDate day) =>
            $"{id} {what} on {day:uuuu-MM-dd}; ways are laid out on the first day, {from:uuuu-MM-dd}";
        return [.. network.Modifications.Select(Idle).OfType<string>()];
    }

    /// <summary>Latest day that scenarios name: a knowledge date, or the day something opens; null without
    /// one.</summary>
    internal static LocalDate? LastNamedDay(IEnumerable<Scenario> scenarios) =>
        scenarios.SelectMany(s => s.Modifications.Select(m => m switch
        {
            OpenLink open => open.From,
            UpgradeLine upgrade => upgrade.From,
            _ => s.AsOf,
        }).Append(s.AsOf)).Max();

    internal void Fault(string option, string code, string message) =>
        faults.Add(PlanVerb.QuestionFile, 0, option, code, message);

    private void CheckNumbers()
    {
        void Range(string option, string code, int value, int least, int most)
        {
            if (value < least || value > most)
                Fault(option, "query:" + code, $"{value}: {least} to {most} can be asked");
        }
        Range("--days", "days", request.Days, 1, SimulationLimits.DaysMax);
        Range("--warm-up", "warm-up", request.WarmUpDays, 0, SimulationLimits.WarmUpDaysMax);
        Range("--replications", "replications", request.Replications, 1, SimulationLimits.ReplicationsMax);
        if (request.Days <= SimulationLimits.DaysMax && request.Replications <= SimulationLimits.ReplicationsMax
            && (long)request.Days * request.Replications > SimulationLimits.RunDaysMax)
            Fault("--replications", "query:run-days", $"{request.Days} days x {request.Replications} runs: "
                + $"at most {SimulationLimits.RunDaysMax:#,0} together");
        Range("--marginal", "marginal", request.Marginal, 0, SimulateLimits.MarginalMax);
        Range("--top", "top", request.Top, 1, SimulateLimits.TopMax);
        if (request.Movements is { } file && WholeFile.Check(file) is { } why)
            Fault("--movements", "query:movements", why);
        if (request.Consignments.Count > SimulateLimits.ConsignmentsMax)
            Fault("--consignment", "query:too-many-consignments",
                $"{request.Consignments.Count}: at most {SimulateLimits.ConsignmentsMax} can be sent along");
    }

    private LocalDate? Date(string option, string text)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success) return parsed.Value;
        Fault(option, "query:date", $"`{text}` is not a date 2025-06-21");
        return null;
    }

    private void CheckDay(string option, LocalDate? day)
    {
        if (day is not { } given) return;
        foreach (var fault in QueryCheck.CheckDay(option.TrimStart('-'), given))
            Fault(option, fault.Code, fault.Message);
    }

    private void CheckLastDay(LocalDate first)
    {
        foreach (var fault in QueryCheck.CheckDay("last day", first.PlusDays(request.Days - 1)))
            Fault("--days", fault.Code, fault.Message);
    }

    private List<(string Id, CorridorNetwork Network, PlanQuery Query)> ReadConsignments(
        CorridorNetwork network, LocalDate known, LocalDate? from)
    {
        var asked = new List<(string, CorridorNetwork, PlanQuery)>();
        foreach (var (i, text) in request.Consignments.Take(SimulateLimits.ConsignmentsMax).Index())
        {
            var id = $"consignment-{i + 1}";
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is not [var cargo, var origin, var to, var ready])
            {
                Fault("--consignment", "query:consignment",
                    $"`{text}` is not like `16x20ft:20t PKLHE RUASF 2025-06-21` (cargo, from, to, ready)");
                continue;
            }
            var own = new FaultCollector();
            var query = PlanVerb.Ask(network, new PlanRequest(origin, to, ready, cargo)
            {
                Known = known.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            }, own);
            foreach (var fault in own.Faults) Fault("--consignment", fault.Code, $"{id}: {fault.Message}");
            if (query is not { } found) continue;
            _notes.AddRange(found.Notes.Select(n => $"{id}: {n}"));
            if (from is { } first && request.Days is >= 1 and <= SimulationLimits.DaysMax)
                CheckReady(id, network, found.Query, first);
            asked.Add((id, network, found.Query));
        }
        return asked;
    }

    private void CheckReady(string id, CorridorNetwork network, PlanQuery query, LocalDate first)
    {
        var begin = first.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        if (query.Ready >= begin && query.Ready < begin + Duration.FromDays(request.Days)) return;
        Fault("--consignment", "query:window",
            $"{id}: ready {query.Ready} ({query.ReadyDay(network):uuuu-MM-dd} at {network.GetPlace(query.From).Name}) "
            + $"is not in the days measured, {first:uuuu-MM-dd} to {first.PlusDays(request.Days - 1):uuuu-MM-dd} UTC");
    }

    /// <summary>The plan of best value of each; one without a plan is a fault, told before anything is
    /// simulated.</summary>
    private List<GivenWay> Plan(
        IReadOnlyList<(string Id, CorridorNetwork Network, PlanQuery Query)> asked, Action<string>? step)
    {
        var ways = new List<GivenWay>();
        foreach (var (id, network, query) in asked)
        {
            step?.Invoke($"planning {id}");
            switch (Planner.Plan(network, query))
            {
                case PlanOutcome.Found found:
                    var best = found.BestBy(ValueOfTime.OfData(network, query.Cargo));
                    ways.Add(new GivenWay(id, query, found.Plans[best]));
                    break;
                case PlanOutcome.NotFound(var no):
                    Fault("--consignment", no.Code, $"{id}: {no.Message}. What would change it: {no.Change}");
                    break;
                default:
                    throw new InvalidOperationException("a plan outcome nobody knows");
            }
        }
        return ways;
    }
}
