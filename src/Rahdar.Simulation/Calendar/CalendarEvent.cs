namespace Rahdar.Simulation.Calendar;

/// <summary>Something that happens at an instant of the simulation.</summary>
/// <param name="Time">When, in the unit of the model that owns the calendar.</param>
/// <param name="Kind">What, a code of that model.</param>
/// <param name="First">To whom or where, an index of that model.</param>
/// <param name="Second">A second index, or 0.</param>
public readonly record struct CalendarEvent(long Time, int Kind, int First, int Second);
