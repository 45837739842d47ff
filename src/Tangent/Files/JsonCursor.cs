using System.Text.Json;

namespace Tangent;

/// <summary>Goes through JSON of a file word by word, without a tree of it; whatever is wrong is an error at its byte.</summary>
internal ref struct JsonCursor
{
    private readonly ByteSource source;
    private readonly long start;
    private Utf8JsonReader reader;

    /// <summary>Before the first word.</summary>
    /// <param name="source">What errors name.</param>
    /// <param name="start">Where the text begins there.</param>
    /// <param name="json">The text.</param>
    /// <param name="depth">How deep objects and arrays may lie in each other.</param>
    public JsonCursor(ByteSource source, long start, ReadOnlySpan<byte> json, int depth)
    {
        (this.source, this.start) = (source, start);
        // The reader itself looks at names and texts only when they are asked for.
        if (!System.Text.Unicode.Utf8.IsValid(json))
            throw source.Error(start, "the header is no UTF-8");
        reader = new(json, new JsonReaderOptions { MaxDepth = depth });
    }

    /// <summary>What kind of word this is.</summary>
    public readonly JsonTokenType Kind => reader.TokenType;

    /// <summary>The byte at which this word begins.</summary>
    public readonly long Place => start + reader.TokenStartIndex;

    /// <summary>Goes on to the next word.</summary>
    public void Next()
    {
        try
        {
            if (!reader.Read())
                throw Error("the header ends too early");
        }
        catch (JsonException error)
        {
            throw source.Error(start + reader.BytesConsumed, "the header is no JSON as it should be", error);
        }
    }

    /// <summary>Goes on to the next word, which must be of a kind.</summary>
    public void Next(JsonTokenType kind, string what)
    {
        Next();
        Require(kind, what);
    }

    /// <summary>Goes on to the next name of an object; false at its end.</summary>
    public bool NextName(out string name)
    {
        Next();
        name = Kind == JsonTokenType.PropertyName ? Text() : "";
        return Kind == JsonTokenType.PropertyName;
    }

    /// <summary>Refuses a word of another kind.</summary>
    public readonly void Require(JsonTokenType kind, string what)
    {
        if (Kind != kind)
            throw Error($"there should be {what}");
    }

    /// <summary>The text or name that this word is.</summary>
    public readonly string Text()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw source.Error(Place, "half a pair of code units stands for no letter", error);
        }
    }

    /// <summary>The digits of a number, as they stand there.</summary>
    public readonly string Digits() => System.Text.Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>The whole number, not negative, that this word is.</summary>
    public readonly ulong Count(string what) => Kind == JsonTokenType.Number && reader.TryGetUInt64(out ulong count)
        ? count
        : throw Error($"{what} should be a whole number that is not negative");

    /// <summary>Goes past an object or array that begins here.</summary>
    public void Skip()
    {
        try
        {
            reader.Skip();
        }
        catch (JsonException error)
        {
            throw source.Error(start + reader.BytesConsumed, "the header is no JSON as it should be", error);
        }
    }

    /// <summary>Refuses whatever follows but blanks.</summary>
    public void End()
    {
        try
        {
            if (reader.Read())
                throw Error("the header goes on after its end");
        }
        catch (JsonException error)
        {
            throw source.Error(start + reader.BytesConsumed, "the header goes on after its end", error);
        }
    }

    /// <summary>An error at this word.</summary>
    public readonly FileFormatException Error(string what) => source.Error(Place, what);
}
