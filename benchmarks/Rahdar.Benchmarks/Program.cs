using Rahdar.Benchmarks.Cases;

if (args is ["plan", .. var plans]) return PlanSuite.Run(plans);
if (args is ["simulate", .. var runs]) return SimulateSuite.Run(runs);
if (args is ["transit", .. var folders]) return TransitSuite.Run(folders);
if (args is ["serve", .. var loads]) return ServeSuite.Run(loads);
Console.Error.WriteLine("suites: plan, simulate, transit, serve");
return 2;
