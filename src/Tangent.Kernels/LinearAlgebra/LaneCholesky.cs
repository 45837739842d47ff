using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Cholesky's factor, column by column: what is on the left of an element is taken off it by one sum.</summary>
internal readonly unsafe struct LaneCholesky<E, V, T>(int n, bool upper) : ILaneAlgorithm<V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Work => 0;

    // U is L with rows for columns, where its conjugates multiply what L's elements do, and the other way round.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Run(T** x, T** y, T* work)
    {
        var a = new LaneMatrix<E, V, T>(x[0], n);
        var factor = new LaneMatrix<E, V, T>(y[0], n);
        (a, factor) = upper ? (a.Transposed, factor.Transposed) : (a, factor);
        V failed = V.Broadcast(T.Zero), inverse = failed;
        for (int j = 0; j < n; j++)
            for (int i = j; i < n; i++)
            {
                E sum = Difference(a[i, j], factor.At(i, 0), factor.At(j, 0), factor.ColumnStep, j);
                if (i > j)
                {
                    factor[i, j] = sum * inverse;
                    factor[j, i] = E.FromReal(V.Broadcast(T.Zero));
                    continue;
                }
                V pivot = E.Real(sum), root = V.Sqrt(pivot);
                failed |= LaneRange<T>.Outside(pivot);
                inverse = V.Broadcast(T.One) / root;
                factor[j, j] = E.FromReal(root);
            }
        return failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static E Difference(E sum, T* x, T* y, nint step, int count)
    {
        for (int k = 0; k < count; k++, x += step, y += step)
            sum = E.MultiplySubtract(E.Load(x), E.Conjugate(E.Load(y)), sum);
        return sum;
    }
}
