using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>a⁻¹·b for a triangle of a.</summary>
internal readonly unsafe struct LaneTriangularSolve<E, V, T>(int n, int columns, bool upper, bool unit) : ILaneAlgorithm<V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Work => n * E.Size / V.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Run(T** x, T** y, T* work)
    {
        var a = new LaneMatrix<E, V, T>(x[0], n);
        V failed = unit ? V.Broadcast(T.Zero) : LaneSubstitution<E, V, T>.Reciprocals(a, n, work);
        y[0] = x[1];
        LaneSubstitution<E, V, T>.Run(a, n, upper, unit ? null : work, new(x[1], columns), columns);
        return failed;
    }
}
