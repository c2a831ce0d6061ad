using Rahdar.Benchmarks.Cases;

if (args is ["plan", .. var cases]) return PlanSuite.Run(cases);
Console.Error.WriteLine("suites: plan");
return 2;
