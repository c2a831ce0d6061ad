using Rahdar.Network.Places;

namespace Rahdar.Planning.Questions;

/// <summary>The note that a place was guessed from what was typed: it stands in the first line of an answer.</summary>
public static class PlaceGuess
{
    private const string Words = " is taken as ";

    /// <summary>The note.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="place">The place it is taken as.</param>
    public static string Note(string typed, Place place) => $"`{typed}`{Words}{place}";

    /// <summary>True for such a note, also when it begins with who asked.</summary>
    public static bool IsGuess(string note) => note.Contains(Words, StringComparison.Ordinal);
}
