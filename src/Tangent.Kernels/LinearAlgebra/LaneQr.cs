using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Q [rows, width] and R [width, columns].</summary>
internal readonly unsafe struct LaneQr<E, V, T>(int rows, int columns, int width) : ILaneAlgorithm<V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Work => Math.Min(rows, columns) * E.Size / V.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Run(T** x, T** y, T* work)
    {
        LaneMatrix<E, V, T> a = new(x[0], columns), q = new(y[0], width), r = new(y[1], columns);
        V failed = LaneReflections<E, V, T>.Factor(a, rows, columns, work);
        E zero = E.FromReal(V.Broadcast(T.Zero));
        for (int i = 0; i < width; i++)
            for (int j = 0; j < columns; j++)
                r[i, j] = i <= j ? a[i, j] : zero;
        LaneReflections<E, V, T>.Form(a, rows, Math.Min(rows, columns), work, q, width);
        return failed;
    }
}
