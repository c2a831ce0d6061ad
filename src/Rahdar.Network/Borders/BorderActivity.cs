using Rahdar.Quantities;

namespace Rahdar.Network.Borders;

/// <summary>Work that one post does on one truck or one train: hours without any queue.</summary>
/// <remarks>It feeds the simulation, whose own queue makes the wait; the clearance of a <see cref="BorderRow"/> holds
/// the queue already and only judges.</remarks>
/// <param name="Id">Stable id.</param>
/// <param name="Mode">Rail (hours a train) or road (hours a truck).</param>
/// <param name="Regime">`eaeu` where both countries are of the Eurasian Economic Union, else `customs`.</param>
/// <param name="Direction">`out` at the post of the country left, `in` at the post entered.</param>
/// <param name="What">What is done: papers, weighing ...</param>
/// <param name="Hours">Hours of work.</param>
public sealed record BorderActivity(
    string Id, Mode Mode, string Regime, string Direction, string What, Figure Hours)
{
    /// <summary>Regime of a border inside the customs union.</summary>
    internal const string Union = "eaeu";

    /// <summary>Regime of every other border.</summary>
    internal const string Customs = "customs";
}
