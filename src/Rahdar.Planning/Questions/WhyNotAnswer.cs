namespace Rahdar.Planning.Questions;

/// <summary>Why plans do not go a way that was expected, and what would change it.</summary>
/// <param name="Code">`why-not:` and shown (it stands in the list), front (on the front, not in the list), beaten,
/// closed, limits (what was asked forbids it), not-built, not-offered, not-joined, passed-by, or the obstacle that
/// stands in it: gauge, axle-load, train-length, capacity, gross-limit, unpriced, untimed, no-way, unreachable,
/// mode, time.</param>
/// <param name="Way">What was asked about.</param>
/// <param name="Message">The answer in a sentence.</param>
/// <param name="Change">What would change it; empty when it is shown.</param>
/// <param name="Evidence">Claims and rows behind it as known on the day, one sentence each.</param>
/// <param name="Plans">Best plans by the way; empty when there are none.</param>
/// <param name="Supposition">What <paramref name="Supposed"/> supposes, in words; empty without it.</param>
/// <param name="Supposed">Best plans by the way if it were open, built or allowed, against the same front.</param>
public sealed record WhyNotAnswer(
    string Code, ExpectedWay Way, string Message, string Change, IReadOnlyList<string> Evidence,
    IReadOnlyList<BeatenPlan> Plans, string Supposition, IReadOnlyList<BeatenPlan> Supposed);
