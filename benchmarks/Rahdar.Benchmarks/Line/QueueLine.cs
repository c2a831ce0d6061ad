namespace Rahdar.Benchmarks.Line;

/// <summary>The yardstick: the single-track line as one would write it with the collections of .NET, trains and tracks
/// being objects.</summary>
internal sealed class QueueLine(LineDefinition line) : ILine
{
    private const int Sections = LineDefinition.Sections;

    private readonly PriorityQueue<Train, Due> _calendar = new();
    private readonly Resource[] _sections = NewResources(Sections);
    private readonly Resource[] _eastTracks = NewResources(Sections + 1);
    private readonly Resource[] _westTracks = NewResources(Sections + 1);
    private long _now;
    private long _sequence;
    private int _done;
    private long _travel;

    private enum Step { Starts, HasRun, HasStood }

    public string Name => "priority-queue";

    public LineResult Run()
    {
        (_sequence, _done, _travel) = (0, 0, 0);
        var steps = 0L;
        Schedule(new Train(0), Step.Starts, LineDefinition.Start(0));
        while (_calendar.TryDequeue(out var train, out var due))
        {
            steps++;
            _now = due.Time;
            switch (train.Next)
            {
                case Step.HasRun: Arrive(train); break;
                case Step.HasStood: SeekTrack(train); break;
                default: Start(train); break;
            }
        }
        return new LineResult(_done, _travel, steps);
    }

    private void Start(Train train)
    {
        var next = train.Number + 1;
        if (next < line.Trains) Schedule(new Train(next), Step.Starts, LineDefinition.Start(next));
        SeekTrack(train);
    }

    private void SeekTrack(Train train)
    {
        if (IsEnd(train.LoopAhead) || TracksOf(train)[train.LoopAhead].TrySeize(train)) SeekSection(train);
    }

    private void SeekSection(Train train)
    {
        if (_sections[train.SectionAhead].TrySeize(train)) Depart(train);
    }

    private void Depart(Train train)
    {
        if (!IsEnd(train.Loop) && TracksOf(train)[train.Loop].Release() is { } next) SeekSection(next);
        Schedule(train, Step.HasRun, _now + LineDefinition.RunningTime(train.Number, train.SectionAhead));
    }

    private void Arrive(Train train)
    {
        var section = _sections[train.SectionAhead];
        train.Loop = train.LoopAhead;
        if (section.Release() is { } next) Depart(next);
        if (!IsEnd(train.Loop))
        {
            Schedule(train, Step.HasStood, _now + LineDefinition.Stop);
            return;
        }
        _done++;
        _travel += _now - LineDefinition.Start(train.Number);
    }

    private void Schedule(Train train, Step step, long time)
    {
        train.Next = step;
        _calendar.Enqueue(train, new Due(time, _sequence++));
    }

    private Resource[] TracksOf(Train train) => train.IsEastbound ? _eastTracks : _westTracks;

    private static bool IsEnd(int loop) => loop is 0 or Sections;

    private static Resource[] NewResources(int count) =>
        Enumerable.Range(0, count).Select(_ => new Resource()).ToArray();

    private sealed class Train(int number)
    {
        public int Number { get; } = number;

        public bool IsEastbound { get; } = LineDefinition.IsEastbound(number);

        /// <summary>Loop at which it stands or which it left last.</summary>
        public int Loop { get; set; } = LineDefinition.IsEastbound(number) ? 0 : Sections;

        public Step Next { get; set; }

        public int LoopAhead => IsEastbound ? Loop + 1 : Loop - 1;

        public int SectionAhead => IsEastbound ? Loop : Loop - 1;
    }

    /// <summary>A track or a section: one train at a time, the others wait in order.</summary>
    private sealed class Resource
    {
        private readonly Queue<Train> _waiting = new();
        private bool _isTaken;

        public bool TrySeize(Train train)
        {
            if (!_isTaken) return _isTaken = true;
            _waiting.Enqueue(train);
            return false;
        }

        public Train? Release()
        {
            if (_waiting.TryDequeue(out var next)) return next;
            _isTaken = false;
            return null;
        }
    }
}
