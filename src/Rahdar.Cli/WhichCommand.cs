using System.CommandLine;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`which`: which of several origins, or of several destinations, is best?</summary>
internal static class WhichCommand
{
    internal static Command Of(Page page)
    {
        var question = new QuestionOptions(TableCommand.Origins, TableCommand.Destinations);
        var ahead = new AheadOptions(asksBy: false);
        var command = new Command("which", "which of several origins, or of several destinations, is best");
        question.AddTo(command);
        ahead.AddTo(command);
        command.SetAction(p => page.Answer(p, question.Json, question.Data, new Verb<WhichAnswer>(
            (network, faults, step) => WhichVerb.Answer(
                network, question.Read(p), ahead.Read(p), faults, step),
            WhichJson.Answer, WhichText.Answer, answer => answer.Ranking.Ranked.Count > 0)));
        return command;
    }
}
