using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Matrix products.</summary>
internal static unsafe class MatMulExecutor
{
    /// <summary>
    /// output[…, i, j] = Σ_p x[…, i, p] · y[…, p, j]. x is [..., m, k] and y is [..., k, n], both with any strides; their
    /// leading axes broadcast to those of the output, which is dense row-major [..., m, n] and shares no memory with what is
    /// read. Both have one element type, any but bool. The 16-bit floats sum in float32. An empty sum is 0.
    /// </summary>
    public static void Run(BufferView x, BufferView y, BufferView output) => Run(x, y, null, [], output);

    /// <summary>
    /// The same with an epilogue: a program of one result that makes output elements of a product's elements, its input 0,
    /// and of elements of operands, which have the output's shape and any strides.
    /// </summary>
    public static void Run(BufferView x, BufferView y, Program? epilogue, BufferView[] operands, BufferView output) =>
        Run(x, y, epilogue, operands, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(BufferView x, BufferView y, Program? epilogue, BufferView[] operands, BufferView output, int vectorBits)
    {
        Check(x, y, epilogue, operands, output);
        ProductShape shape = ProductShape.Of(x, y, output);
        if (output.Layout.Count == 0)
            return;
        if (shape.Depth == 0)
            RunEmptySums(x.DType, epilogue, operands, output);
        else
            new BatchedProduct(x, y, epilogue, operands, output, vectorBits).Run();
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        GC.KeepAlive(operands);
        GC.KeepAlive(output);
    }

    private static void Check(BufferView x, BufferView y, Program? epilogue, BufferView[] operands, BufferView output)
    {
        if (x.DType != y.DType || x.DType == DType.Bool || (epilogue is null && x.DType != output.DType))
            throw new ArgumentException($"MatMul: no product of {x.DType.Name()} and {y.DType.Name()} in {output.DType.Name()}.");
        if (epilogue is not null)
            Epilogue.Check(epilogue, x.DType, operands, output);
        else if (operands.Length > 0)
            throw new ArgumentException($"MatMul: {operands.Length} operands of no epilogue.", nameof(operands));
    }

    private static void RunEmptySums(DType dtype, Program? epilogue, BufferView[] operands, BufferView output)
    {
        if (epilogue is null)
        {
            NativeMemory.Clear(output.Pointer, (nuint)output.Size);
            return;
        }
        BufferView zero = BufferView.Allocate(dtype, Layout.Scalar);
        NativeMemory.Clear(zero.Pointer, (nuint)zero.Size);
        MapExecutor.Run(epilogue, [zero.With(zero.Layout.Broadcast(output.Layout.Shape)), .. operands], [output]);
    }
}
