namespace Rahdar.Planning.Search;

/// <summary>One way to stand in a state, as one row of a table; a row of the table before it is where it came
/// from.</summary>
internal struct FastLabel
{
    /// <summary>State.</summary>
    internal int At;

    /// <summary>Minute ready to leave.</summary>
    internal int A;

    /// <summary>Minute the storage clock started: when the movement before left.</summary>
    internal int Sigma;

    /// <summary>Row of the label before; -1 at the origin.</summary>
    internal int Before;

    /// <summary>Arc it came by.</summary>
    internal int Arc;

    /// <summary>Next row of the same minute in the queue; -1 at the end.</summary>
    internal int Next;

    /// <summary>Cost so far.</summary>
    internal long Cents;

    /// <summary>Risk so far, nanonepers.</summary>
    internal long Nepers;

    /// <summary>Emissions so far.</summary>
    internal long Grams;
}
