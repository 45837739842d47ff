using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>The routines of <see cref="RowProducts{T, TVector, TSimd}"/> for a type and the widest vectors.</summary>
internal static unsafe class RowProductTable<T>
    where T : unmanaged, INumberBase<T>
{
    public static RowProductRoutines<T> Widest => VectorWidths.Widest switch
    {
        512 => Of<Vector512<T>, Simd512<T>>(),
        256 => Of<Vector256<T>, Simd256<T>>(),
        128 => Of<Vector128<T>, Simd128<T>>(),
        _ => Of<T, SimdScalar<T>>(),
    };

    private static RowProductRoutines<T> Of<TVector, TSimd>()
        where TVector : unmanaged
        where TSimd : ISimd<T, TVector> =>
        new(&RowProducts<T, TVector, TSimd>.RunReal, &RowProducts<T, TVector, TSimd>.RunPair);
}

/// <summary>The routines for one type and vector width.</summary>
internal readonly unsafe struct RowProductRoutines<T>(
    delegate*<T*, long, T*, T*, T*, long, long, long, T*, void> real,
    delegate*<T*, long, T*, T*, long, T*, long, long, long, T*, void> pair)
    where T : unmanaged
{
    /// <inheritdoc cref="RowProducts{T, TVector, TSimd}.RunReal"/>
    public void RunReal(T* a, long stride, T* x, T* y, T* factors, long start, long split, long end, T* sums) =>
        real(a, stride, x, y, factors, start, split, end, sums);

    /// <inheritdoc cref="RowProducts{T, TVector, TSimd}.RunPair"/>
    public void RunPair(T* a, long stride, T* x, T* y, long far, T* factors, long start, long split, long end, T* sums) =>
        pair(a, stride, x, y, far, factors, start, split, end, sums);
}
