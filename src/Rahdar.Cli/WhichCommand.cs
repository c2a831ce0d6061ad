using System.CommandLine;
using Rahdar.Network.Reading;
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
        command.SetAction(p =>
        {
            var isJson = p.GetValue(question.Json);
            var outcome = CorridorStore.Read(p.GetValue(question.Data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            WhichAnswer? answer;
            using (var progress = new Progress(page))
                answer = WhichVerb.Answer(outcome.Network, question.Read(p), ahead.Read(p), faults, progress.Step);
            if (answer is null) return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? WhichJson.Answer(answer) : WhichText.Answer(answer, page.Width, page.IsPlain));
            return answer.Ranking.Ranked.Count > 0 ? Page.Found : Page.NoPlan;
        });
        return command;
    }
}
