namespace Tangent.Kernels;

/// <summary>The sizes of one product of a batch.</summary>
internal readonly record struct ProductShape(int Rows, int Depth, int Columns)
{
    /// <summary>The sizes, after the shapes of the three arrays have been checked against each other.</summary>
    public static ProductShape Of(BufferView x, BufferView y, BufferView output)
    {
        int[] xShape = x.Layout.Shape, yShape = y.Layout.Shape, outputShape = output.Layout.Shape;
        bool agree = outputShape.Length >= 2 && FitsBatch(xShape, outputShape) && FitsBatch(yShape, outputShape)
            && xShape[^2] == outputShape[^2] && yShape[^1] == outputShape[^1] && xShape[^1] == yShape[^2];
        if (!agree)
            throw new ArgumentException($"MatMul: {Text(xShape)} by {Text(yShape)} does not give {Text(outputShape)}.");
        if (!output.Layout.IsRowMajor)
            throw new ArgumentException("MatMul: the output is not dense row-major.", nameof(output));
        return new(outputShape[^2], xShape[^1], outputShape[^1]);
    }

    /// <summary>Multiplications and additions of one product.</summary>
    public double Operations => 2.0 * Rows * Depth * Columns;

    // The leading axes are those of the output, or 1, or missing.
    private static bool FitsBatch(int[] shape, int[] output)
    {
        int added = output.Length - shape.Length;
        bool fits = shape.Length >= 2 && added >= 0;
        for (int axis = 0; fits && axis < shape.Length - 2; axis++)
            fits = shape[axis] == 1 || shape[axis] == output[axis + added];
        return fits;
    }

    private static string Text(int[] shape) => $"[{string.Join(",", shape)}]";
}
