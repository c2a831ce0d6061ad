using Rahdar.Indicators;
using Rahdar.Movements;

namespace Rahdar.Reports;

/// <summary>The story of the demo measured: one run of the simulation with the closure, and the same run
/// without.</summary>
/// <param name="Open">Indicators without the closure, by post and direction.</param>
/// <param name="Shut">Indicators with it.</param>
/// <param name="Boxes">What happened to the boxes of the story, with the closure.</param>
/// <param name="BoxesOpen">What happened to them without it.</param>
public sealed record DemoMeasured(IndicatorSheet Open, IndicatorSheet Shut, Timeline Boxes, Timeline BoxesOpen);
