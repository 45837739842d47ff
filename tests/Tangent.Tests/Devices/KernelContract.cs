using Tangent.Kernels;

namespace Tangent.Tests.Devices;

/// <summary>The numbers, shapes and types of arrays that kernels ask for, wherever their parameters tell.</summary>
internal static class KernelContract
{
    /// <summary>Throws unless a kernel gets what it asks for.</summary>
    public static void Check(Kernel kernel, BufferView[] x, BufferView[] y)
    {
        for (int i = 0; i < x.Length; i++)
            if (x[i] is null)
                throw new InvalidOperationException($"{kernel}: input {i} lies in no memory.");
        bool holds = kernel switch
        {
            MapKernel { Body: var body } => HasTypes(body, x, y) && x.All(input => HasShape(input, y[0].Layout.Shape)) && y.All(output => HasShape(output, y[0].Layout.Shape)),
            FoldKernel fold => y.Length == 1 && HasTypes(fold.Prologue ?? Program.Identity(x[0].DType), x, y) && IsFolded(fold.Axes, x, y[0]),
            MatMulKernel product => y.Length == 1 && IsProduct(x, y[0]) && HasEpilogue(product.Epilogue, x, y[0]),
            BufferKernel { WorksInPlace: true } or SortKernel or ScanKernel => y.Length == 1 && HasSpec(x[0], y[0]),
            RecurrenceKernel => y.Length == 1 && HasShape(x[0], y[0].Layout.Shape) && HasSpec(x[1], y[0]),
            RowMajorKernel => y.Length == 1 && x.Length == 1 && x[0].DType == y[0].DType && x[0].Layout.Count == y[0].Layout.Count,
            ReinterpretKernel => y.Length == 1 && x.Length == 1 && x[0].Size == y[0].Size,
            ArgSortKernel => y.Length == 1 && HasShape(x[0], y[0].Layout.Shape),
            ConcatenateKernel concatenate => y.Length == 1 && IsConcatenated(concatenate.Axis, x, y[0]),
            GatherKernel or TakeAlongAxisKernel => y.Length == 1 && x[0].DType == y[0].DType,
            RowWiseKernel rows => y.Length == 1 + rows.Sums.Length && x.Length == rows.Inputs.Length,
            ViewKernel => false,
            _ => true,
        };
        if (!holds)
            throw new InvalidOperationException($"{kernel}: does not make {string.Join(", ", y.Select(Text))} of {string.Join(", ", x.Select(Text))}.");
    }

    private static bool HasTypes(Program body, BufferView[] x, BufferView[] y) =>
        body.Inputs.SequenceEqual(x.Select(input => input.DType))
        && body.Outputs.Select(step => body.Instructions[step].DType).SequenceEqual(y.Select(output => output.DType));

    private static bool IsFolded(int[] axes, BufferView[] x, BufferView y)
    {
        int[] shape = x[0].Layout.Shape;
        return x.All(input => HasShape(input, shape)) && HasShape(y, [.. shape.Where((_, axis) => !axes.Contains(axis))]);
    }

    private static bool IsProduct(BufferView[] x, BufferView y)
    {
        int[] left = x[0].Layout.Shape, right = x[1].Layout.Shape;
        return x[0].DType == x[1].DType && left[^1] == right[^2] && y.Layout.Shape[^2] == left[^2] && y.Layout.Shape[^1] == right[^1];
    }

    private static bool HasEpilogue(Program? epilogue, BufferView[] x, BufferView y) => epilogue is null
        ? x.Length == 2 && x[0].DType == y.DType
        : HasTypes(epilogue, x[1..], [y]) && x[2..].All(operand => HasShape(operand, y.Layout.Shape));

    private static bool IsConcatenated(int axis, BufferView[] x, BufferView y) =>
        x.All(input => input.DType == y.DType) && x.Sum(input => (long)input.Layout.Shape[axis]) == y.Layout.Shape[axis];

    private static bool HasSpec(BufferView x, BufferView y) => x.DType == y.DType && HasShape(x, y.Layout.Shape);

    private static bool HasShape(BufferView x, int[] shape) => x.Layout.Shape.AsSpan().SequenceEqual(shape);

    private static string Text(BufferView view) => new ArraySpec(new Shape(view.Layout.Shape), view.DType).ToString();
}
