using Rahdar.Network.Reading;

namespace Rahdar.Server.Http;

/// <summary>Faults without those that only follow from a value that is missing.</summary>
internal static class Concise
{
    private const string Missing = "request:missing";

    internal static IReadOnlyList<InputFault> Of(IReadOnlyList<InputFault> faults)
    {
        var missing = faults.Where(f => f.Code == Missing).Select(f => f.Field).ToHashSet();
        return
        [
            .. faults.Where(f => f.Code.StartsWith("request:", StringComparison.Ordinal) || !missing.Contains(f.Field)),
        ];
    }
}
