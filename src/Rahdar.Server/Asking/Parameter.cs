namespace Rahdar.Server.Asking;

/// <summary>How the value of a parameter is read.</summary>
internal enum ParameterKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>`true` or `false`.</summary>
    Flag,
}

/// <summary>A parameter of a question: the option of the command line without its two dashes.</summary>
/// <param name="Name">Name, in addresses and in bodies.</param>
/// <param name="Description">What it is, for whoever reads the API.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="IsRequired">True when the question cannot be asked without it.</param>
/// <param name="IsRepeated">True when it may be given several times.</param>
internal sealed record Parameter(
    string Name, string Description, ParameterKind Kind = ParameterKind.Text, bool IsRequired = false,
    bool IsRepeated = false);
