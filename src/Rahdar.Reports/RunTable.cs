using Rahdar.Lines.Running;

namespace Rahdar.Reports;

/// <summary>Every train of some files over every path of them.</summary>
/// <param name="Files">Files read.</param>
/// <param name="Trains">Trains in them.</param>
/// <param name="Paths">Paths in them.</param>
/// <param name="Rule">Step rule of the answer.</param>
/// <param name="Runs">By train, then path; empty when there are no trains or no paths.</param>
public sealed record RunTable(
    int Files, int Trains, int Paths, StepRule Rule, IReadOnlyList<TrainRun> Runs);

/// <summary>A train over a path, by the step rule asked for and as good as exactly.</summary>
/// <param name="Train">The train.</param>
/// <param name="Path">The path.</param>
/// <param name="Outcome">By the step rule asked for.</param>
/// <param name="Fine">By <see cref="StepRule.Fine"/>.</param>
public sealed record TrainRun(Train Train, RunningPath Path, RunOutcome Outcome, RunOutcome Fine);
