namespace Tangent.Kernels;

/// <summary>Sums of products of matrices that indices choose. None is copied: those of a sum are packed side by side in the depth.</summary>
internal static unsafe class GroupedProductExecutor
{
    /// <summary>
    /// output[g] = Σ x[left[i]] · y[right[i]] over the i with groups[i] = g, in their order; zeros where there are none. x is [p, m, k] and y [q, k, n], with any strides, of one
    /// type that products have; the indices as for <see cref="GatherProductExecutor"/>; the output is dense [count, m, n].
    /// </summary>
    public static void Run(BufferView[] inputs, BufferView output) => Run(inputs, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(BufferView[] inputs, BufferView output, int vectorBits)
    {
        const string name = "GroupedProduct";
        if (inputs is not [var x, var y, var left, var right, var groups])
            throw new ArgumentException($"{name}: {inputs.Length} inputs.", nameof(inputs));
        Require.SameDType(name, "y", x.DType, y.DType);
        Require.SameDType(name, "the output", x.DType, output.DType);
        Require.RowMajor(name, "the output", output.Layout);
        Require.SameShape(name, "the indices of y", left.Layout.Shape, right.Layout.Shape);
        Require.SameShape(name, "the groups", left.Layout.Shape, groups.Layout.Shape);
        MatrixStack xs = new(x), ys = new(y), sums = new(output);
        Require.SameShape(name, "y", [y.Layout.Shape[0], xs.Columns, ys.Columns], y.Layout.Shape);
        Require.SameShape(name, "the output", [output.Layout.Shape[0], xs.Rows, ys.Columns], output.Layout.Shape);
        if (output.Layout.Count == 0)
            return;
        ProductTerm[][] terms = Terms(xs, ys, xs.Offsets(name, left), ys.Offsets(name, right), sums.Offsets(name, groups), output.Layout.Shape[0]);
        ProductRoutines product = ProductTable.For(x.DType, vectorBits);
        int size = x.DType.Size;
        SumGrid.Run(terms.Length, xs.Rows, ys.Columns, 2.0 * left.Layout.Count * xs.Rows * xs.Columns * ys.Columns, (index, part) => product.Sum(
            xs.At(0).Block(part.Row, part.Rows, 0, 0, size), ys.At(0).Block(0, 0, part.Column, part.Columns, size), terms[index],
            new ProductTarget(output, null).From(index * xs.Rows + part.Row, part.Column)));
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        GC.KeepAlive(output);
    }

    private static ProductTerm[][] Terms(MatrixStack x, MatrixStack y, long[] left, long[] right, long[] places, int groups)
    {
        long matrix = (long)x.Rows * y.Columns;
        var terms = new List<ProductTerm>?[groups];
        for (int i = 0; i < left.Length; i++)
            new ProductTerm(left[i], right[i], x.Columns).AddTo(terms[places[i] / matrix] ??= [], x.ColumnStride, y.RowStride);
        return Array.ConvertAll(terms, list => list?.ToArray() ?? []);
    }
}
