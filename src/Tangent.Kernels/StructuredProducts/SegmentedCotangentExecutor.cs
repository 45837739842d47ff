namespace Tangent.Kernels;

/// <summary>What products over segments of the depth are the transpose of.</summary>
internal static unsafe class SegmentedCotangentExecutor
{
    /// <summary>
    /// output[…][:, j] = Σ ct[…, s] · y[…][j]ᵀ over the segments s that j lies in. ct is [..., s, m, n] and y [..., k, n], with any strides, of one type that products have; the
    /// segments [..., s, 2] are not negative; all have the same leading axes; the output is dense [..., m, k].
    /// </summary>
    public static void Run(BufferView ct, BufferView y, BufferView pairs, BufferView output) => Run(ct, y, pairs, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(BufferView ct, BufferView y, BufferView pairs, BufferView output, int vectorBits)
    {
        const string name = "SegmentedCotangent";
        Require.SameDType(name, "y", ct.DType, y.DType);
        Require.SameDType(name, "the output", ct.DType, output.DType);
        Require.RowMajor(name, "the output", output.Layout);
        MatrixStack cts = new(ct), ys = new(y);
        int[] lead = y.Layout.Shape[..^2];
        Require.SameShape(name, "ct", [.. pairs.Layout.Shape[..^1], cts.Rows, ys.Columns], ct.Layout.Shape);
        Require.SameShape(name, "the segments", lead, pairs.Layout.Shape.AsSpan(..^2));
        Require.SameShape(name, "the output", [.. lead, cts.Rows, ys.Rows], output.Layout.Shape);
        if (output.Layout.Count == 0)
            return;
        List<Stretch> stretches = [];
        (int From, int To)[] segments = Segments.Of(name, pairs, ys.Rows);
        int each = pairs.Layout.Shape[^2], size = ct.DType.Size;
        for (long index = 0; index < ys.Count; index++)
            AddStretches(cts, ys, index, segments.AsSpan((int)index * each, each), (int)index * each, stretches);
        ProductRoutines product = ProductTable.For(ct.DType, vectorBits);
        double operations = stretches.Sum(stretch => 2.0 * stretch.Terms.Length * cts.Rows * ys.Columns * stretch.Length);
        SumGrid.Run(stretches.Count, cts.Rows, 1, operations, (index, part) =>
        {
            Stretch stretch = stretches[(int)index];
            product.Sum(
                cts.At(0).Block(part.Row, part.Rows, 0, 0, size), ys.At(0).Transposed.Block(0, 0, stretch.From, stretch.Length, size), stretch.Terms,
                new ProductTarget(output, null).From(stretch.Example * cts.Rows + part.Row, stretch.From));
        });
        GC.KeepAlive(ct);
        GC.KeepAlive(y);
        GC.KeepAlive(output);
    }

    // From each place where a segment begins or ends to the next the same segments meet.
    private static void AddStretches(MatrixStack ct, MatrixStack y, long example, ReadOnlySpan<(int From, int To)> segments, long first, List<Stretch> stretches)
    {
        int length = y.Rows;
        var bounds = new SortedSet<int> { 0, length };
        foreach ((int from, int to) in segments)
        {
            bounds.Add(from);
            bounds.Add(to);
        }
        int start = 0;
        foreach (int end in bounds)
        {
            if (end == 0)
                continue;
            var terms = new List<ProductTerm>();
            for (int s = 0; s < segments.Length; s++)
                if (segments[s].From <= start && segments[s].To >= end)
                    terms.Add(new(ct.Offset(first + s), y.Offset(example), y.Columns));
            stretches.Add(new(example, start, end - start, [.. terms.Where(term => term.Depth > 0)]));
            start = end;
        }
    }

    private sealed record Stretch(long Example, int From, int Length, ProductTerm[] Terms);
}
