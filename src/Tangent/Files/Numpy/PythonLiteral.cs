using System.Globalization;

namespace Tangent;

/// <summary>Reads the dictionary that begins a <c>.npy</c> file: texts, truths, and tuples of whole numbers, and nothing else of Python.</summary>
/// <param name="text">The dictionary.</param>
/// <param name="fail">Makes the error at a letter.</param>
internal sealed class PythonLiteral(string text, Func<int, string, FileFormatException> fail)
{
    private int place;

    /// <summary>The values by key: string, bool, or ulong[].</summary>
    public Dictionary<string, object> Dictionary()
    {
        var values = new Dictionary<string, object>();
        Expect('{');
        while (!Accept('}'))
        {
            int start = place;
            string key = Text();
            Expect(':');
            if (!values.TryAdd(key, Value()))
                throw fail(start, $"the key '{key}' is there twice");
            if (!Accept(',') && Peek() != '}')
                throw fail(place, "there should be , or }");
        }
        Peek();
        return place == text.Length ? values : throw fail(place, "the header goes on after its end");
    }

    private object Value() => Peek() switch
    {
        '\'' or '"' => Text(),
        '(' => Tuple(),
        '[' => throw fail(place, "the elements are records, of several fields, which no array has"),
        _ when AcceptWord("True") => true,
        _ when AcceptWord("False") => false,
        _ => throw fail(place, "there should be a text, a truth or a tuple"),
    };

    // No name in such a header needs an escape.
    private string Text()
    {
        char quote = Peek();
        if (quote is not ('\'' or '"'))
            throw fail(place, "there should be a text in quotes");
        int start = ++place;
        while (place < text.Length && text[place] != quote && text[place] != '\\')
            place++;
        return place < text.Length && text[place] == quote ? text[start..place++] : throw fail(place, "the text does not end as it should");
    }

    private ulong[] Tuple()
    {
        var numbers = new List<ulong>();
        Expect('(');
        bool isTuple = true;
        while (!Accept(')'))
        {
            if (numbers.Count == FileShape.MostAxes)
                throw fail(place, $"there are more than {FileShape.MostAxes} axes");
            numbers.Add(Number());
            bool hasComma = Accept(',');
            isTuple = hasComma || numbers.Count > 1;
            if (!hasComma && Peek() != ')')
                throw fail(place, "there should be , or )");
        }
        return isTuple ? [.. numbers] : throw fail(place, "one number in brackets is no tuple: (3,) is one");
    }

    private ulong Number()
    {
        Peek();
        int start = place;
        while (place < text.Length && char.IsAsciiDigit(text[place]))
            place++;
        if (!ulong.TryParse(text.AsSpan(start, place - start), NumberStyles.None, CultureInfo.InvariantCulture, out ulong number))
            throw fail(start, "there should be a whole number that is not negative and fits 64 bits");
        // Python 2 wrote long ones so.
        if (place < text.Length && text[place] == 'L')
            place++;
        return number;
    }

    private bool AcceptWord(string word)
    {
        if (!text.AsSpan(place).StartsWith(word))
            return false;
        place += word.Length;
        return true;
    }

    private bool Accept(char letter)
    {
        if (Peek() != letter)
            return false;
        place++;
        return true;
    }

    private void Expect(char letter)
    {
        if (!Accept(letter))
            throw fail(place, $"there should be {letter}");
    }

    private char Peek()
    {
        while (place < text.Length && text[place] is ' ' or '\n' or '\t' or '\r')
            place++;
        return place < text.Length ? text[place] : '\0';
    }
}
