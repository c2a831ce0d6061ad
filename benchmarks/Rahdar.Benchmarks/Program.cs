using Rahdar.Benchmarks.Cases;

if (args is ["plan", .. var plans]) return PlanSuite.Run(plans);
if (args is ["simulate", .. var runs]) return SimulateSuite.Run(runs);
Console.Error.WriteLine("suites: plan, simulate");
return 2;
