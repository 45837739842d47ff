namespace Tangent.Kernels;

/// <summary>The operands of products with quantised matrices: a stack of matrices x, and for each the matrix that it meets.</summary>
internal sealed unsafe class QuantizedOperands
{
    private readonly QuantizationFormat format;
    private readonly BufferView x;
    private readonly BufferView words;
    private readonly BufferView scales;
    private readonly BufferView? biases;
    private readonly long[]? places;
    private readonly int batchRank;

    /// <summary>Operands in the order of a kernel's inputs; rows of the quantised matrices that have gaps are copied.</summary>
    public QuantizedOperands(QuantizedMatMulKernel kernel, BufferView[] inputs)
    {
        format = kernel.Format;
        x = inputs[0];
        words = DenseRows.Of(inputs[1]);
        scales = DenseRows.Of(inputs[2]);
        biases = format.HasBiases ? DenseRows.Of(inputs[3]) : null;
        batchRank = x.Layout.Shape.Length - 2;
        places = kernel.IsIndexed ? Places(inputs[kernel.Inputs - 1], words.Layout.Shape[0]) : null;
    }

    /// <summary>The bytes of an element of x.</summary>
    public int Size => x.DType.Size;

    /// <summary>The products.</summary>
    public long Count => Layout.CountOf(x.Layout.Shape.AsSpan(0, batchRank));

    /// <summary>The matrix x of a product.</summary>
    public StridedMatrix MatrixOfX(long index)
    {
        Layout layout = x.Layout;
        return new(x.Pointer + Offset(x, index) * x.DType.Size, layout.Shape[^2], layout.Shape[^1], layout.Strides[^2], layout.Strides[^1]);
    }

    /// <summary>The quantised matrix of a product.</summary>
    public QuantizedMatrix Matrix(long index) => places is null
        ? new(format, words, Offset(words, index), scales, Offset(scales, index), biases, biases is null ? 0 : Offset(biases, index))
        : new(format, words, Place(words, index), scales, Place(scales, index), biases, biases is null ? 0 : Place(biases, index));

    // The places of indices along an axis, which count as those of a gather do.
    private static long[] Places(BufferView indices, int length)
    {
        BufferView dense = DenseRows.Of(indices, indices.Layout.IsRowMajor);
        var places = new long[dense.Layout.Count];
        new IndexedAxis(dense, length, 1, 1).AddTo(0, places, clamp: true);
        GC.KeepAlive(dense);
        return places;
    }

    private long Place(BufferView view, long index) => places![index] * view.Layout.Strides[0];

    private long Offset(BufferView view, long index)
    {
        long offset = 0;
        for (int axis = batchRank - 1; axis >= 0; axis--)
        {
            (index, long position) = Math.DivRem(index, view.Layout.Shape[axis]);
            offset += position * view.Layout.Strides[axis];
        }
        return offset;
    }
}
