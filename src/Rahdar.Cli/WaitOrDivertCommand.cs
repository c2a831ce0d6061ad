using System.CommandLine;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`wait-or-divert`: a leg closed, perhaps: leave by another way, or wait, until when and where?</summary>
internal static class WaitOrDivertCommand
{
    internal static Command Of(Page page)
    {
        var question = new QuestionOptions();
        var crossing = new Option<string>("--crossing")
        {
            Description = "crossing that may be shut: border row TAFTAN-RD, or pair of posts PKTFT-IRMJV",
            Required = true,
        };
        var value = new Option<string?>("--value-of-time")
        {
            Description = "what a day is worth, USD for all boxes; the data's estimate when left out",
        };
        var command = new Command(
            "wait-or-divert", "wait for a shut crossing, until when and where, or go another way");
        question.AddTo(command);
        command.Options.Add(crossing);
        command.Options.Add(value);
        command.SetAction(p =>
        {
            var isJson = p.GetValue(question.Json);
            var outcome = CorridorStore.Read(p.GetValue(question.Data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            if (Answer(page, outcome.Network, question.Read(p), p.GetValue(crossing)!, p.GetValue(value), faults)
                is not { } answer) return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? WaitOrDivertJson.Answer(answer)
                : WaitOrDivertText.Answer(answer, page.Width, page.IsPlain));
            return answer.Outcome is WaitOrDivertOutcome.NoWay ? Page.NoPlan : Page.Found;
        });
        return command;
    }

    private static WaitOrDivertAnswer? Answer(
        Page page, CorridorNetwork network, PlanRequest request, string crossing, string? value,
        FaultCollector faults)
    {
        using var progress = new Progress(page);
        return WaitOrDivertVerb.Answer(network, request, crossing, value, faults, progress.Step);
    }
}
