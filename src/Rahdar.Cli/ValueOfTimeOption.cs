using System.CommandLine;

namespace Rahdar.Cli;

/// <summary>`--value-of-time`: what a day is worth.</summary>
internal static class ValueOfTimeOption
{
    internal static Option<string?> New() => new("--value-of-time")
    {
        Description = "what a day is worth, USD for all boxes; the data's estimate when left out",
    };
}
