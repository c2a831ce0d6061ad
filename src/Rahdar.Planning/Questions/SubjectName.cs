using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>Services in words: an id alone says little to who does not keep the tables.</summary>
public static class SubjectName
{
    /// <summary>Name and id of a service; any other subject as it is.</summary>
    public static string Of(CorridorNetwork network, string subject) =>
        network.Services.FirstOrDefault(s => s.Id == subject) is { } service && service.Name != subject
            ? $"{service.Name} ({subject})" : subject;
}
