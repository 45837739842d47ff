using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Products of matrices that indices choose. None is copied but rows of x that lie apart and meet the same y.</summary>
internal static unsafe class GatherProductExecutor
{
    // Where each y meets so many rows on average, and a product alone has fewer than so many, rows that meet the same y are multiplied together.
    private const double FewestRows = 4;
    private const int ManyRows = 64;

    /// <summary>
    /// output[i] = x[left[i]] · y[right[i]]. x is [p, m, k] and y [q, k, n], with any strides, of one type that products have; the indices are integers
    /// of any type, for which <see cref="IndexedAxis"/> says what they count from, and those out of range count as the nearest within; the output is dense [count, m, n].
    /// </summary>
    /// <remarks>How sums are grouped depends on the shapes alone: on whether rows are multiplied together, and then on the depth.</remarks>
    public static void Run(BufferView x, BufferView y, BufferView left, BufferView right, BufferView output) => Run(x, y, left, right, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(BufferView x, BufferView y, BufferView left, BufferView right, BufferView output, int vectorBits)
    {
        const string name = "GatherProduct";
        Require.SameDType(name, "y", x.DType, y.DType);
        Require.SameDType(name, "the output", x.DType, output.DType);
        Require.RowMajor(name, "the output", output.Layout);
        Require.SameShape(name, "the indices of y", left.Layout.Shape, right.Layout.Shape);
        MatrixStack xs = new(x), ys = new(y);
        Require.SameShape(name, "y", [y.Layout.Shape[0], xs.Columns, ys.Columns], y.Layout.Shape);
        Require.SameShape(name, "the output", [left.Layout.Shape[0], xs.Rows, ys.Columns], output.Layout.Shape);
        if (output.Layout.Count == 0)
            return;
        if (xs.Columns == 0)
            NativeMemory.Clear(output.Pointer, (nuint)output.Size);
        else
        {
            var product = new GatherProduct(xs, ys, xs.Offsets(name, left), ys.Offsets(name, right), ProductTable.For(x.DType, vectorBits), output);
            if (xs.Rows < ManyRows && (double)left.Layout.Count * xs.Rows >= FewestRows * y.Layout.Shape[0])
                new StackedGatherProduct(product).Run();
            else
                product.Run();
        }
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        GC.KeepAlive(output);
    }
}
