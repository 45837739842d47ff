using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Substitution in triangles, in place of the right sides.</summary>
internal static unsafe class LaneSubstitution<E, V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The reciprocals of the diagonal, and a mask of the lanes where one is not to be had.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V Reciprocals(LaneMatrix<E, V, T> a, int n, T* inverses)
    {
        V failed = V.Broadcast(T.Zero);
        for (int i = 0; i < n; i++)
        {
            E pivot = a[i, i];
            failed |= LaneRange<T>.Outside(E.Magnitude(pivot));
            E.Store(E.Reciprocal(pivot), inverses + i * E.Size);
        }
        return failed;
    }

    /// <summary>b [n, columns] becomes a⁻¹·b for a triangle of a; without reciprocals its diagonal counts as ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LaneMatrix<E, V, T> a, int n, bool upper, T* inverses, LaneMatrix<E, V, T> b, int columns)
    {
        for (int step = 0; step < n; step++)
        {
            int row = upper ? n - 1 - step : step, first = upper ? row + 1 : 0;
            E inverse = inverses is null ? E.FromReal(V.Broadcast(T.One)) : E.Load(inverses + row * E.Size);
            int j = 0;
            for (; j <= columns - 4; j += 4)
                Four(a.At(row, first), a.ColumnStep, b.At(first, j), b.RowStep, step, b.At(row, j), inverse, inverses is null);
            for (; j < columns; j++)
                One(a.At(row, first), a.ColumnStep, b.At(first, j), b.RowStep, step, b.At(row, j), inverse, inverses is null);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void One(T* factors, nint factorStep, T* x, nint step, int count, T* y, E inverse, bool unit)
    {
        E sum = E.Load(y);
        for (int k = 0; k < count; k++, factors += factorStep, x += step)
            sum = E.MultiplySubtract(E.Load(factors), E.Load(x), sum);
        E.Store(unit ? sum : sum * inverse, y);
    }

    // Each factor is read once for four columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(T* factors, nint factorStep, T* x, nint step, int count, T* y, E inverse, bool unit)
    {
        int size = E.Size;
        E s0 = E.Load(y), s1 = E.Load(y + size), s2 = E.Load(y + 2 * size), s3 = E.Load(y + 3 * size);
        for (int k = 0; k < count; k++, factors += factorStep, x += step)
        {
            E factor = E.Load(factors);
            s0 = E.MultiplySubtract(factor, E.Load(x), s0);
            s1 = E.MultiplySubtract(factor, E.Load(x + size), s1);
            s2 = E.MultiplySubtract(factor, E.Load(x + 2 * size), s2);
            s3 = E.MultiplySubtract(factor, E.Load(x + 3 * size), s3);
        }
        E.Store(unit ? s0 : s0 * inverse, y);
        E.Store(unit ? s1 : s1 * inverse, y + size);
        E.Store(unit ? s2 : s2 * inverse, y + 2 * size);
        E.Store(unit ? s3 : s3 * inverse, y + 3 * size);
    }
}
