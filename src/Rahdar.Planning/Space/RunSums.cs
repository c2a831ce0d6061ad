namespace Rahdar.Planning.Space;

/// <summary>What a run over links comes to, criterion by criterion.</summary>
internal readonly record struct RunSums(int Minutes, long Cents, long Nepers, long Grams)
{
    internal RunSums Plus(RunSums o) => new(Minutes + o.Minutes, Cents + o.Cents, Nepers + o.Nepers, Grams + o.Grams);

    internal bool IsAsGoodAs(RunSums o) =>
        Minutes <= o.Minutes && Cents <= o.Cents && Nepers <= o.Nepers && Grams <= o.Grams;
}
