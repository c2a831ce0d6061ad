using System.CommandLine;
using Rahdar.Planning;

namespace Rahdar.Cli;

/// <summary>`--later-days`: how long boxes may wait at the origin for room.</summary>
internal static class LaterDaysOption
{
    internal static Option<int> New() => new("--later-days")
    {
        Description = "days after the ready day on which boxes may start too; fewer take less time",
        DefaultValueFactory = _ => Limits.LaterReadyDaysMax,
    };
}
