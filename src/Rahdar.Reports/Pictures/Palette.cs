namespace Rahdar.Reports.Pictures;

/// <summary>A texture over a colour: what tells two areas apart for who sees no colour.</summary>
internal enum Texture
{
    Solid,
    Diagonal,
    BackDiagonal,
    Crossed,
    Dots,
    Waves,
    Hollow,
}

/// <summary>How an area is filled: always colour and texture together.</summary>
internal readonly record struct Fill(string Colour, Texture Texture = Texture.Solid);

/// <summary>How a line is drawn: always colour and dash together.</summary>
internal readonly record struct Stroke(string Colour, double Width = 1, string Dash = "");

/// <summary>Colours of the pictures.</summary>
/// <remarks>Source: M. Okabe, K. Ito, Color Universal Design, 2008: eight colours that people with any of the common
/// forms of colour blindness tell apart; darkened where white ground needs more contrast.</remarks>
internal static class Palette
{
    internal const string Ink = "#1a1a1a";
    internal const string Muted = "#595959";
    internal const string Grid = "#e3e3e3";
    internal const string Frame = "#9a9a9a";
    internal const string Paper = "#ffffff";
    internal const string Blue = "#0072b2";
    internal const string Sky = "#56b4e9";
    internal const string Green = "#009e73";
    internal const string Orange = "#e69f00";
    internal const string Vermillion = "#d55e00";
    internal const string Purple = "#a8568a";
    internal const string Grey = "#8c8c8c";
    internal const string Pale = "#f4f4f4";
}
