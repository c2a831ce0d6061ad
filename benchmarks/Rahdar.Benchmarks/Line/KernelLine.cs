using Rahdar.Simulation.Calendar;

namespace Rahdar.Benchmarks.Line;

/// <summary>The single-track line on the product's calendar.</summary>
/// <remarks>A train counts its sections from its own start, 0 to 19; track n of its direction lies at the end of its
/// section n.</remarks>
internal sealed class KernelLine : ILine
{
    private const int Sections = LineDefinition.Sections;
    private const int Last = Sections - 1;
    private const int Starts = 0;
    private const int HasRun = 1;
    private const int HasStood = 2;

    private readonly int _trains;
    private readonly EventCalendar _calendar = new();
    private readonly WaitingLines _sections;
    private readonly WaitingLines _tracks;
    private readonly int[] _leg; // the section ahead of a train or under it
    private int _done;
    private long _travel;

    internal KernelLine(LineDefinition line)
    {
        _trains = line.Trains;
        _sections = new WaitingLines(Sections, _trains);
        _tracks = new WaitingLines(2 * Sections, _trains);
        _leg = new int[_trains];
    }

    public string Name => "rahdar";

    public LineResult Run()
    {
        _calendar.Reset();
        _sections.Reset();
        _tracks.Reset();
        (_done, _travel) = (0, 0);
        _calendar.Schedule(LineDefinition.Start(0), Starts, 0);
        while (_calendar.TryNext(out var due))
            if (due.Kind == HasRun) Arrive(due.First);
            else if (due.Kind == HasStood) SeekTrack(due.First, _leg[due.First]);
            else Start(due.First);
        return new LineResult(_done, _travel, _calendar.Handled);
    }

    private void Start(int train)
    {
        var next = train + 1;
        if (next < _trains) _calendar.Schedule(LineDefinition.Start(next), Starts, next);
        _leg[train] = 0;
        SeekTrack(train, 0);
    }

    private void SeekTrack(int train, int leg)
    {
        if (leg == Last || _tracks.TrySeize(Track(train, leg), train)) SeekSection(train, leg);
    }

    private void SeekSection(int train, int leg)
    {
        if (_sections.TrySeize(Section(train, leg), train)) Depart(train, leg);
    }

    private void Depart(int train, int leg)
    {
        if (leg > 0 && _tracks.Release(Track(train, leg - 1), out var next)) SeekSection(next, _leg[next]);
        var running = LineDefinition.RunningTime(train, Section(train, leg));
        _calendar.Schedule(_calendar.Now + running, HasRun, train);
    }

    private void Arrive(int train)
    {
        var leg = _leg[train]++;
        if (_sections.Release(Section(train, leg), out var next)) Depart(next, _leg[next]);
        if (leg < Last)
        {
            _calendar.Schedule(_calendar.Now + LineDefinition.Stop, HasStood, train);
            return;
        }
        _done++;
        _travel += _calendar.Now - LineDefinition.Start(train);
    }

    private static int Section(int train, int leg) => LineDefinition.IsEastbound(train) ? leg : Last - leg;

    private static int Track(int train, int leg) => LineDefinition.IsEastbound(train) ? leg : Sections + leg;
}
