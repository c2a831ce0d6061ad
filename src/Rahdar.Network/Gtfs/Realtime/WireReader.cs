using System.Text;

namespace Rahdar.Network.Gtfs.Realtime;

/// <summary>Why bytes are no message.</summary>
internal sealed class WireException(string message) : FormatException(message);

/// <summary>Reads fields of a protocol buffer message one after the other.</summary>
/// <remarks>Source: Protocol Buffers encoding: varints, 64-bit, length-delimited, groups (refused), 32-bit. Nothing is
/// read beyond the span; a length is checked before it is used.</remarks>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;
    private int _type;

    /// <summary>Number of the field that was read.</summary>
    internal int Field { get; private set; }

    private ulong _number;
    private ReadOnlySpan<byte> _bytes;

    /// <summary>Reads the next field; false at the end.</summary>
    internal bool Next()
    {
        if (_left.IsEmpty) return false;
        var tag = Varint();
        if (tag >> 3 is 0 or > 536_870_911) throw new WireException("a field number out of range");
        (Field, _type) = ((int)(tag >> 3), (int)(tag & 7));
        _bytes = default;
        switch (_type)
        {
            case 0:
                _number = Varint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                var length = Varint();
                if (length > (ulong)_left.Length) throw new WireException("a length beyond the end");
                Take((int)length);
                break;
            case 5:
                Take(4);
                break;
            default:
                throw new WireException($"wire type {_type}");
        }
        return true;
    }

    /// <summary>The field as a number.</summary>
    internal long Number() => _type == 0 ? unchecked((long)_number)
        : throw new WireException($"field {Field} is no number");

    /// <summary>The field as a 32-bit number.</summary>
    internal int Int32() => Number() is >= int.MinValue and <= int.MaxValue and var n
        ? (int)n : throw new WireException($"field {Field} is out of range");

    /// <summary>The field as a message, or as its bytes.</summary>
    internal ReadOnlySpan<byte> Bytes() =>
        _type == 2 ? _bytes : throw new WireException($"field {Field} is no message or text");

    /// <summary>The field as text.</summary>
    internal string Text()
    {
        var bytes = Bytes();
        if (bytes.Length > GtfsLimits.FieldCharactersMax) throw new WireException("a text that is too long");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new WireException($"field {Field} is not UTF-8");
        }
    }

    private void Take(int count)
    {
        if (count > _left.Length) throw new WireException("the message ends inside a field");
        _bytes = _left[..count];
        _left = _left[count..];
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var i = 0; i < 10; i++)
        {
            if (i >= _left.Length) throw new WireException("the message ends inside a number");
            var b = _left[i];
            if (i == 9 && b > 1) throw new WireException("a number of more than 64 bits");
            value |= (ulong)(b & 0x7f) << (7 * i);
            if (b >= 0x80) continue;
            _left = _left[(i + 1)..];
            return value;
        }
        throw new WireException("a number of more than 64 bits");
    }
}
