using Tangent;

namespace Search;

/// <summary>Reads sentences with an encoder, in batches of about one length.</summary>
internal sealed class Reader(Encoder encoder, Func<string, IReadOnlyList<int>> tokenize, int most)
{
    private const int BatchSize = 64;

    /// <summary>Vectors [sentences, dims] of sentences; of each the first tokens count.</summary>
    public NDArray Read(IReadOnlyList<string> sentences)
    {
        IReadOnlyList<int>[] tokens = [.. sentences.Select(Tokens)];
        int[] order = [.. Enumerable.Range(0, tokens.Length).OrderBy(i => tokens[i].Count)];
        var parts = new List<NDArray>();
        foreach (int[] batch in order.Chunk(BatchSize))
        {
            (NDArray padded, NDArray mask) = Pad([.. batch.Select(i => tokens[i])]);
            parts.Add(encoder.Call(padded, mask).Eval());
        }
        var places = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            places[order[i]] = i;
        return Mx.Take(Mx.Concatenate(parts), places, 0).Eval();
    }

    /// <summary>The first tokens of a sentence.</summary>
    public IReadOnlyList<int> Tokens(string sentence)
    {
        IReadOnlyList<int> all = tokenize(sentence);
        return all.Count <= most ? all : [.. all.Take(most - 1), all[^1]];
    }

    /// <summary>Tokens [sentences, longest], zeros behind the ends, and where there are any.</summary>
    public static (NDArray Tokens, NDArray Mask) Pad(IReadOnlyList<int>[] sentences)
    {
        int longest = sentences.Max(sentence => sentence.Count);
        var tokens = new int[sentences.Length * longest];
        var mask = new bool[tokens.Length];
        for (int i = 0; i < sentences.Length; i++)
            for (int j = 0; j < sentences[i].Count; j++)
                (tokens[(i * longest) + j], mask[(i * longest) + j]) = (sentences[i][j], true);
        return (Mx.Array<int>(tokens, (sentences.Length, longest)), Mx.Array<bool>(mask, (sentences.Length, longest)));
    }
}
