namespace Rahdar.Tests.Drawing;

/// <summary>A drawing while it is being read.</summary>
internal sealed class DrawingSheet
{
    private readonly HashSet<string> said = [];
    private readonly List<(DrawingLine Line, string Message, Func<DrawingSheet, bool> Holds)> later = [];

    public List<DrawnPlace> Places { get; } = [];

    public List<DrawnLink> Links { get; } = [];

    public List<DrawnBorder> Borders { get; } = [];

    public List<DrawnGauge> Gauges { get; } = [];

    public List<DrawnPort> Ports { get; } = [];

    public List<DrawnYard> Yards { get; } = [];

    public List<DrawnHandling> Handlings { get; } = [];

    public List<DrawnTrain> Trains { get; } = [];

    public List<DrawnSpeed> Speeds { get; } = [];

    public List<DrawnRate> Rates { get; } = [];

    public List<DrawnSeaPrice> SeaPrices { get; } = [];

    public List<DrawnTransitDays> TransitDays { get; } = [];

    public bool TrucksOn { get; set; }

    public decimal? RequestBuildHours { get; set; }

    public DrawnSplit? Split { get; set; }

    public List<DrawnHoliday> Holidays { get; } = [];

    public List<DrawnClosure> Closures { get; } = [];

    public List<DrawnDispute> Disputes { get; } = [];

    public List<DrawnEmission> EmissionFactors { get; } = [];

    public DrawnCargo? Cargo { get; set; }

    public DrawnQuery? Query { get; set; }

    /// <summary>Notes that something is said; saying it a second time is a fault.</summary>
    public void SayOnce(DrawingLine line, string what)
    {
        if (!said.Add(what))
        {
            throw line.Fault($"'{what}' is said twice");
        }
    }

    /// <summary>Something that must hold for the whole drawing; the order of statements is free.</summary>
    public void RequireLater(DrawingLine line, string message, Func<DrawingSheet, bool> holds) =>
        later.Add((line, message, holds));

    /// <summary>The finished drawing.</summary>
    public CorridorDrawing Finish(int lastLine)
    {
        foreach ((DrawingLine line, string message, Func<DrawingSheet, bool> holds) in later)
        {
            if (!holds(this))
            {
                throw line.Fault(message);
            }
        }

        return new CorridorDrawing
        {
            Places = Places,
            Links = Links,
            Borders = Borders,
            Gauges = Gauges,
            Ports = Ports,
            Yards = Yards,
            Handlings = Handlings,
            Trains = Trains,
            Speeds = Speeds,
            Rates = Rates,
            SeaPrices = SeaPrices,
            TransitDays = TransitDays,
            TrucksOn = TrucksOn,
            RequestBuildHours = RequestBuildHours,
            Split = Split,
            Holidays = Holidays,
            Closures = Closures,
            Disputes = Disputes,
            EmissionFactors = EmissionFactors,
            Cargo = Cargo ?? throw new FormatException($"line {lastLine}: the drawing has no cargo"),
            Query = Query ?? throw new FormatException($"line {lastLine}: the drawing has no query"),
        };
    }
}
