namespace Tangent.Kernels;

/// <summary>The sizes of one product of a batch.</summary>
internal readonly record struct ProductShape(int Rows, int Depth, int Columns)
{
    /// <summary>The sizes, after the three arrays have been checked against each other.</summary>
    public static ProductShape Of(BufferView x, BufferView y, BufferView output)
    {
        int[] xShape = x.Layout.Shape, yShape = y.Layout.Shape, outputShape = output.Layout.Shape;
        int rank = outputShape.Length;
        if (x.DType != y.DType || x.DType != output.DType || x.DType == DType.Bool)
            throw new ArgumentException($"MatMul: no product of {x.DType.Name()} and {y.DType.Name()} in {output.DType.Name()}.");
        bool agree = rank >= 2 && xShape.Length == rank && yShape.Length == rank
            && xShape.AsSpan(0, rank - 2).SequenceEqual(outputShape.AsSpan(0, rank - 2))
            && yShape.AsSpan(0, rank - 2).SequenceEqual(outputShape.AsSpan(0, rank - 2))
            && xShape[rank - 2] == outputShape[rank - 2] && yShape[rank - 1] == outputShape[rank - 1]
            && xShape[rank - 1] == yShape[rank - 2];
        if (!agree)
            throw new ArgumentException($"MatMul: {Text(xShape)} by {Text(yShape)} does not give {Text(outputShape)}.");
        if (!output.Layout.IsRowMajor)
            throw new ArgumentException("MatMul: the output is not dense row-major.", nameof(output));
        return new(outputShape[rank - 2], xShape[rank - 1], outputShape[rank - 1]);
    }

    /// <summary>Multiplications and additions of one product.</summary>
    public double Operations => 2.0 * Rows * Depth * Columns;

    private static string Text(int[] shape) => $"[{string.Join(",", shape)}]";
}
