using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>L and U in one matrix, the exchanges of rows, and where the rows come from.</summary>
internal readonly unsafe struct LaneLu<E, V, T>(int rows, int columns) : ILaneAlgorithm<V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Work => rows;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Run(T** x, T** y, T* work)
    {
        y[0] = x[0];
        return LaneElimination<E, V, T>.Run(new(x[0], columns), rows, columns, y[1], y[2], work);
    }
}
