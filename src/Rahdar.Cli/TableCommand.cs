using System.CommandLine;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`table`: days, cost and best value between many origins and many destinations.</summary>
internal static class TableCommand
{
    internal const string Origins = "origins, separated by commas";
    internal const string Destinations = "destinations, separated by commas";

    internal static Command Of(Page page)
    {
        var question = new QuestionOptions(Origins, Destinations);
        var value = ValueOfTimeOption.New();
        var command = new Command("table", "days, cost and best value between many origins and destinations");
        question.AddTo(command);
        command.Options.Add(value);
        command.SetAction(p => page.Answer(p, question.Json, question.Data, new Verb<RelationsAnswer>(
            (network, faults, step) => TableVerb.Answer(
                network, question.Read(p), p.GetValue(value), faults, step),
            TableJson.Answer, TableText.Answer, answer => answer.Relations.Any(r => r.No is null))));
        return command;
    }
}
