using System.Collections.Concurrent;

namespace Rahdar.Tests.Server;

/// <summary>What a running server answers to the <see cref="SampleQuestions"/>: asked once, whichever test needs it
/// first.</summary>
internal static class SampleAnswers
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Asked = [];

    /// <summary>The answer to an address, as text; fails when it is not 200.</summary>
    internal static Task<string> Of(HttpClient client, string address) =>
        Asked.GetOrAdd(address, a => new(() => client.GetStringAsync(a))).Value;
}
