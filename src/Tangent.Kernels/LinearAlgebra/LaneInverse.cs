using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Inverses, from the factors of Gauss elimination.</summary>
internal readonly unsafe struct LaneInverse<E, V, T>(int n) : ILaneAlgorithm<V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Work => 3 * n + n * E.Size / V.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Run(T** x, T** y, T* work)
    {
        LaneMatrix<E, V, T> a = new(x[0], n), result = new(y[0], n);
        T* places = work, pivots = places + n * V.Count, inverses = pivots + 2 * n * V.Count;
        V failed = LaneElimination<E, V, T>.Run(a, n, n, pivots, places, pivots + n * V.Count);
        E one = E.FromReal(V.Broadcast(T.One)), zero = E.FromReal(V.Broadcast(T.Zero));
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                result[i, j] = E.Select(V.Equal(V.Load(places + i * V.Count), V.Broadcast(T.CreateTruncating(j))), one, zero);
        failed |= LaneSubstitution<E, V, T>.Reciprocals(a, n, inverses);
        LaneSubstitution<E, V, T>.Run(a, n, false, null, result, n);
        LaneSubstitution<E, V, T>.Run(a, n, true, inverses, result, n);
        return failed;
    }
}
