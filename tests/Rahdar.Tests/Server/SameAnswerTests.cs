using Rahdar.Tests.Cli;

namespace Rahdar.Tests.Server;

/// <summary>Goal: a question has one answer, however it is asked. Method: 50 questions are asked of the command line
/// and of a running server, and the bytes are compared; of every fifth, two clients at one time get it.</summary>
[Collection("console")]
[Trait("Category", "Slow")]
public sealed class SameAnswerTests(RunningServer server) : IClassFixture<RunningServer>
{
    public static TheoryData<string> Lines => [.. SampleQuestions.All];

    [Fact]
    public void There_are_50_questions() => Assert.True(SampleQuestions.All.Distinct().Count() >= 50);

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Answer_is_that_of_the_command_line(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var run = CommandLineTests.Run([.. words, "--json"]);
        Assert.Contains(run.Code, new[] { 0, 3 });
        Assert.True(run.Out == await SampleAnswers.Of(server.Client, SampleQuestions.AddressOf(line)), line);
    }

    [Fact]
    public async Task Two_clients_at_one_time_get_the_same_answers()
    {
        foreach (var line in SampleQuestions.All.Where((_, i) => i % 5 == 0))
        {
            var (path, token) = (SampleQuestions.AddressOf(line), TestContext.Current.CancellationToken);
            var both = await Task.WhenAll(
                server.Client.GetStringAsync(path, token), server.Client.GetStringAsync(path, token));
            Assert.True(both[0] == both[1] && both[0] == await SampleAnswers.Of(server.Client, path), line);
        }
    }

    [Fact]
    public async Task Simulation_is_that_of_the_command_line()
    {
        const string line =
            "simulate --from 2025-06-21 --days 3 --warm-up 2 --replications 2 --scenario taftan-shut-30";
        var run = CommandLineTests.Run(line + " --json");
        var job = await server.Job("simulate", """
            {"from":"2025-06-21","days":3,"warm-up":2,"replications":2,"scenario":["taftan-shut-30"]}
            """);
        Assert.Equal("done", job.GetProperty("state").GetString());
        Assert.Equal(run.Out, await server.Client.GetStringAsync(
            $"/api/jobs/{job.GetProperty("id").GetString()}/answer", TestContext.Current.CancellationToken));
    }
}
