using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>a⁻¹·b, or (aᵀ)⁻¹·b, by the factors of a.</summary>
internal readonly unsafe struct LaneLuSolve<E, V, T>(int n, int columns, bool transposed) : ILaneAlgorithm<V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Work => n * E.Size / V.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Run(T** x, T** y, T* work)
    {
        LaneMatrix<E, V, T> lu = new(x[0], n), b = new(x[2], columns), result = new(y[0], columns);
        V failed = LaneSubstitution<E, V, T>.Reciprocals(lu, n, work);
        if (transposed)
        {
            LaneSubstitution<E, V, T>.Run(lu.Transposed, n, false, work, b, columns);
            LaneSubstitution<E, V, T>.Run(lu.Transposed, n, true, null, b, columns);
            MoveRows(b, x[1], result, true);
        }
        else
        {
            MoveRows(b, x[1], result, false);
            LaneSubstitution<E, V, T>.Run(lu, n, false, null, result, columns);
            LaneSubstitution<E, V, T>.Run(lu, n, true, work, result, columns);
        }
        return failed;
    }

    // Row i of the result is row places[i] of b, or the other way round.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MoveRows(LaneMatrix<E, V, T> b, T* places, LaneMatrix<E, V, T> result, bool back)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < columns; j++)
            {
                E moved = b[0, j];
                for (int k = back ? 0 : 1; k < n; k++)
                {
                    V isHere = V.Equal(V.Load(places + (back ? k : i) * V.Count), V.Broadcast(T.CreateTruncating(back ? i : k)));
                    moved = E.Select(isHere, b[k, j], moved);
                }
                result[i, j] = moved;
            }
    }
}
