namespace Rahdar.Server.Http;

/// <summary>Answers kept to be given again, up to a number of bytes; the one longest not asked for goes
/// first.</summary>
/// <param name="bytesMax">Bytes of all answers together.</param>
internal sealed class AnswerCache(long bytesMax)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Answer)>> _byKey = [];
    private readonly LinkedList<(string Key, byte[] Answer)> _byUse = [];
    private long _bytes;

    /// <summary>Bytes kept.</summary>
    internal long Bytes
    {
        get
        {
            lock (_lock) return _bytes;
        }
    }

    /// <summary>The answer of a question, or null.</summary>
    internal byte[]? Find(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node)) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <summary>Keeps an answer; one larger than a quarter of the room is not kept.</summary>
    internal void Keep(string key, byte[] answer)
    {
        if (answer.Length > bytesMax / 4) return;
        lock (_lock)
        {
            if (_byKey.ContainsKey(key)) return;
            _byKey[key] = _byUse.AddFirst((key, answer));
            _bytes += answer.Length;
            while (_bytes > bytesMax && _byUse.Last is { } last)
            {
                _byUse.RemoveLast();
                _byKey.Remove(last.Value.Key);
                _bytes -= last.Value.Answer.Length;
            }
        }
    }
}
