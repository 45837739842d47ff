namespace Tangent.Kernels;

/// <summary>Products over segments of the depth.</summary>
internal static unsafe class SegmentedProductExecutor
{
    /// <summary>
    /// output[…, s] = x[…][:, from:to] · y[…][from:to] for each segment. x is [..., m, k] and y [..., k, n], with any strides, of one type that products have; the
    /// segments [..., s, 2] are not negative; all have the same leading axes; the output is dense [..., s, m, n]. Each product has the bits of one of the parts by itself.
    /// </summary>
    public static void Run(BufferView x, BufferView y, BufferView pairs, BufferView output) => Run(x, y, pairs, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(BufferView x, BufferView y, BufferView pairs, BufferView output, int vectorBits)
    {
        const string name = "SegmentedProduct";
        Require.SameDType(name, "y", x.DType, y.DType);
        Require.SameDType(name, "the output", x.DType, output.DType);
        Require.RowMajor(name, "the output", output.Layout);
        MatrixStack xs = new(x), ys = new(y);
        int[] lead = x.Layout.Shape[..^2];
        Require.SameShape(name, "y", [.. lead, xs.Columns, ys.Columns], y.Layout.Shape);
        Require.SameShape(name, "the segments", lead, pairs.Layout.Shape.AsSpan(..^2));
        Require.SameShape(name, "the output", [.. pairs.Layout.Shape[..^1], xs.Rows, ys.Columns], output.Layout.Shape);
        if (output.Layout.Count == 0)
            return;
        (int From, int To)[] segments = Segments.Of(name, pairs, xs.Columns);
        int each = pairs.Layout.Shape[^2], size = x.DType.Size;
        ProductRoutines product = ProductTable.For(x.DType, vectorBits);
        SumGrid.Run(segments.Length, xs.Rows, ys.Columns, 2.0 * segments.Sum(segment => (double)segment.To - segment.From) * xs.Rows * ys.Columns, (index, part) =>
        {
            (int from, int to) = segments[index];
            StridedMatrix left = xs.At(xs.Offset(index / each)).Block(0, xs.Rows, from, to - from, size), right = ys.At(ys.Offset(index / each)).Block(from, to - from, 0, ys.Columns, size);
            StridedMatrix rows = left.Block(part.Row, part.Rows, 0, to - from, size), columns = right.Block(0, to - from, part.Column, part.Columns, size);
            ProductTarget target = new ProductTarget(output, null).From(index * xs.Rows + part.Row, part.Column);
            if (from == to)
                product.Sum(rows, columns, [], target);
            else
                product.Run(rows, columns, target, product.MethodOf(left, right, ys.Columns));
        });
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        GC.KeepAlive(output);
    }
}
