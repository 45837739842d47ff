using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>The product of a matrix with a quantised one, by the method that suits their sizes.</summary>
internal static unsafe class QuantizedProduct
{
    // With more rows the numbers had better be packed: each is used often.
    private const int FewRows = 16;

    /// <summary>The method for so many rows of x; parts of a product go the same, since another would round otherwise.</summary>
    public static QuantizedMethod MethodOf(int rows, bool isTransposed) => rows <= FewRows
        ? isTransposed ? QuantizedMethod.Dot : QuantizedMethod.Rows
        : isTransposed ? QuantizedMethod.Columns : QuantizedMethod.PackedRows;

    /// <summary>The routine for an element type and a width of vectors: target = x times some columns of w, or of its transpose.</summary>
    public static delegate*<StridedMatrix, in QuantizedMatrix, QuantizedMethod, int, int, in ProductTarget, void> For(DType dtype, int vectorBits) => dtype switch
    {
        DType.Float32 => Select<RealStorage<float, float, SameElement<float>>>(vectorBits),
        DType.Float16 => Select<RealStorage<Half, float, HalfElement>>(vectorBits),
        DType.BFloat16 => Select<RealStorage<BFloat16, float, BFloat16Element>>(vectorBits),
        _ => throw new ArgumentException($"QuantizedMatMul: no product of {dtype.Name()}.", nameof(dtype)),
    };

    private static delegate*<StridedMatrix, in QuantizedMatrix, QuantizedMethod, int, int, in ProductTarget, void> Select<TStorage>(int vectorBits)
        where TStorage : IStorage<float> => vectorBits switch
        {
            512 => &Run<Vector512<float>, Simd512<float>, Lanes512<float>, TStorage>,
            256 => &Run<Vector256<float>, Simd256<float>, Lanes256<float>, TStorage>,
            _ => &Run<Vector128<float>, Simd128<float>, Lanes128<float>, TStorage>,
        };

    private static void Run<TVector, TSimd, V, TStorage>(
        StridedMatrix x, in QuantizedMatrix w, QuantizedMethod method, int column, int columns, in ProductTarget target)
        where TVector : unmanaged
        where TSimd : ISimd<float, TVector>
        where V : unmanaged, ILanes<V, float>
        where TStorage : IStorage<float>
    {
        if (method == QuantizedMethod.Dot)
            QuantizedDot<TVector, TSimd, V, TStorage>.Run(x, w, column, columns, target);
        else if (method == QuantizedMethod.Rows)
            QuantizedRows<TVector, TSimd, V, TStorage>.Run(x, w, column, columns, target);
        else
            BlockedProduct<float, MicroKernel<float, TVector, TSimd>, TStorage, QuantizedPanels<TVector, TSimd, V>>
                .Run(x, new(w, method == QuantizedMethod.Columns, column, columns), target);
    }
}

/// <summary>How a product with a quantised matrix is computed. It decides how sums are grouped.</summary>
internal enum QuantizedMethod
{
    /// <summary>Rows of the matrix are steps of the depth, and become numbers where they are used.</summary>
    Rows,

    /// <summary>Rows of the matrix are steps of the depth, and are packed in blocks.</summary>
    PackedRows,

    /// <summary>Rows of the matrix are columns of its transpose, and are packed in blocks.</summary>
    Columns,

    /// <summary>Rows of the matrix are columns of its transpose, and are multiplied in registers.</summary>
    Dot,
}
