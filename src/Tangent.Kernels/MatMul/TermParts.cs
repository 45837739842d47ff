namespace Tangent.Kernels;

/// <summary>What of a term lies in a stretch of the depth: from a step of its own on, and where in the stretch.</summary>
internal readonly record struct TermPart(ProductTerm Term, long From, int Depth, int At);

/// <summary>The parts of terms that lie in a stretch of the depth that they have together.</summary>
internal ref struct TermParts
{
    private readonly ReadOnlySpan<ProductTerm> terms;
    private readonly int count;
    private int next;
    private long skipped;
    private int at;

    /// <summary>From a step on, so many.</summary>
    public TermParts(ReadOnlySpan<ProductTerm> terms, long start, int count)
    {
        this.terms = terms;
        this.count = count;
        while (start >= terms[next].Depth)
            start -= terms[next++].Depth;
        skipped = start;
    }

    public TermPart Current { get; private set; }

    public readonly TermParts GetEnumerator() => this;

    public bool MoveNext()
    {
        if (at == count)
            return false;
        ProductTerm term = terms[next++];
        int depth = (int)Math.Min(term.Depth - skipped, count - at);
        Current = new(term, skipped, depth, at);
        (skipped, at) = (0, at + depth);
        return true;
    }
}
