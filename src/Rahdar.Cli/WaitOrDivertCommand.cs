using System.CommandLine;
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
            Description = "crossing that may be shut: border row TAFTAN-RD, pair of posts PKTFT-IRMJV, or its name",
            Required = true,
        };
        var value = ValueOfTimeOption.New();
        var command = new Command(
            "wait-or-divert", "wait for a shut crossing, until when and where, or go another way");
        question.AddTo(command);
        command.Options.Add(crossing);
        command.Options.Add(value);
        command.SetAction(p => page.Answer(p, question.Json, question.Data, new Verb<WaitOrDivertAnswer>(
            (network, faults, step) => WaitOrDivertVerb.Answer(
                network, question.Read(p), p.GetValue(crossing)!, p.GetValue(value), faults, step),
            WaitOrDivertJson.Answer, WaitOrDivertText.Answer,
            answer => answer.Outcome is not WaitOrDivertOutcome.NoWay)));
        return command;
    }
}
