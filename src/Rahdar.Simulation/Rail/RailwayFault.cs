namespace Rahdar.Simulation.Rail;

/// <summary>Something in a log that cannot or must not happen on a railway.</summary>
/// <param name="Code">What kind, such as railway:headway.</param>
/// <param name="Entry">The entry at which it shows; the train's last one where something is missing.</param>
/// <param name="Message">What was expected.</param>
public sealed record RailwayFault(string Code, RailwayEntry Entry, string Message);
