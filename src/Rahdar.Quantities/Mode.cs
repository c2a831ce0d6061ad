namespace Rahdar.Quantities;

/// <summary>How a leg moves.</summary>
public enum Mode
{
    /// <summary>Railway.</summary>
    Rail,

    /// <summary>Road.</summary>
    Road,

    /// <summary>Sea, river-sea and Caspian shipping.</summary>
    Sea,

    /// <summary>Ro-ro ferry: a truck drives on and off.</summary>
    RoRo,

    /// <summary>Air freight.</summary>
    Air,
}
