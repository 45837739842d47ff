using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Matrix products.</summary>
internal static unsafe class MatMulExecutor
{
    /// <summary>
    /// output[…, i, j] = Σ_p x[…, i, p] · y[…, p, j]. x is [..., m, k] and y is [..., k, n], both with any strides and
    /// with the batch axes of the output, which is dense row-major [..., m, n]; all three have one element type, any
    /// but bool. The 16-bit floats sum in float32. An empty sum is 0.
    /// </summary>
    public static void Run(BufferView x, BufferView y, BufferView output) => Run(x, y, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(BufferView x, BufferView y, BufferView output, int vectorBits)
    {
        ProductShape shape = ProductShape.Of(x, y, output);
        if (output.Layout.Count == 0)
            return;
        if (shape.Depth == 0)
            NativeMemory.Clear(output.Pointer, (nuint)output.Size);
        else
            new BatchedProduct(x, y, output, shape, ProductTable.For(x.DType, vectorBits)).Run();
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        GC.KeepAlive(output);
    }
}
