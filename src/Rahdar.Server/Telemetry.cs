using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Rahdar.Server;

/// <summary>What is measured while questions are answered. Nothing leaves the process unless a receiver was
/// named.</summary>
/// <remarks>Names of places, cargo and dates are not measured: only which question, how it ended and how long it
/// took.</remarks>
internal static class Telemetry
{
    private const string Name = "Rahdar";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Measures = new(Name);

    private static readonly Counter<long> Questions = Measures.CreateCounter<long>(
        "rahdar.questions", "{question}", "questions by name and outcome");

    private static readonly Histogram<double> Seconds = Measures.CreateHistogram<double>(
        "rahdar.question.duration", "s", "time from getting a place to having the answer");

    internal static Activity? Start(string question) => Source.StartActivity(question);

    internal static void Answered(string question, string outcome, TimeSpan time)
    {
        var tags = new TagList { { "question", question }, { "outcome", outcome } };
        Questions.Add(1, tags);
        Seconds.Record(time.TotalSeconds, tags);
    }

    /// <summary>Sends measurements and traces to a receiver (OTLP over HTTP) until disposed.</summary>
    internal static IDisposable Send(Uri receiver)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("rahdar", serviceVersion: HeldCorridor.ProgramVersion);
        void To(OtlpExporterOptions options, string path)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri(receiver, path);
        }
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Name)
            .AddSource("Microsoft.AspNetCore").AddOtlpExporter(o => To(o, "/v1/traces")).Build();
        var measures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Name)
            .AddMeter("Microsoft.AspNetCore.Hosting").AddOtlpExporter(o => To(o, "/v1/metrics")).Build();
        return new Both(traces, measures);
    }

    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
