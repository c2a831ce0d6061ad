using System.Diagnostics;
using NodaTime;
using Rahdar.Network.Reading;
using Rahdar.Network.Places;
using Rahdar.Planning;
var root = args[0];
var sw = Stopwatch.StartNew();
var outcome = CorridorReader.Read(new CorridorFiles("data", f => File.Exists(Path.Combine(root, f)) ? File.OpenRead(Path.Combine(root, f)) : null));
foreach (var f in outcome.Faults.Take(40)) Console.WriteLine(f);
Console.WriteLine($"read {sw.ElapsedMilliseconds} ms, faults {outcome.Faults.Count}");
if (outcome.Network is null) return 2;
var d = LocalDate.FromDateTime(DateTime.Parse(args[3])); var k = LocalDate.FromDateTime(DateTime.Parse(args[4]));
sw.Restart();
var zone = outcome.Network.GetPlace(new PlaceId(args[1])).Zone;
var q = new PlanQuery(new PlaceId(args[1]), new PlaceId(args[2]), zone.AtStartOfDay(d).ToInstant(), k, new Cargo(16, 20, 20));
var r = Planner.Plan(outcome.Network, q);
Console.WriteLine($"{sw.ElapsedMilliseconds} ms");
if (r is PlanOutcome.NotFound nf) Console.WriteLine(nf.Reason);
if (r is PlanOutcome.Found found) {
  Console.WriteLine($"{found.Plans.Count} plans, {found.LabelsMade} labels, truncated {found.IsTruncated}");
  foreach (var p in found.Plans.Take(int.Parse(args[5])))
    Console.WriteLine($"{p.Arrival.InUtc().Date:uuuu-MM-dd} {p.Cents/100} USD {p.Risk.Probability:P1} {p.Grams/1000000.0:F1} t {string.Join(">", p.Family)} [{string.Join(",", p.Flags)}]");
}
return 0;
