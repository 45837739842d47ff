using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Gauss elimination with row exchanges, which each lane chooses for itself.</summary>
internal static unsafe class LaneElimination<E, V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// a [rows, columns] becomes L and U; at step i row i was exchanged with row pivots[i], and row i of L·U is row places[i] of a. Returns a mask of
    /// the lanes that have a pivot which is zero or not finite. The numbers of rows need as many registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V Run(LaneMatrix<E, V, T> a, int rows, int columns, T* pivots, T* places, T* numbers)
    {
        for (int i = 0; i < rows; i++)
        {
            V number = V.Broadcast(T.CreateTruncating(i));
            V.Store(number, numbers + i * V.Count);
            V.Store(number, places + i * V.Count);
        }
        V failed = V.Broadcast(T.Zero);
        for (int k = 0; k < Math.Min(rows, columns); k++)
        {
            V chosen = Choose(a, k, rows, numbers, ref failed);
            V.Store(chosen, pivots + k * V.Count);
            ExchangePlaces(chosen, k, rows, places, numbers);
            for (int j = 0; j < k; j++)
                Exchange(a, chosen, k, j, rows, numbers, Top(a, chosen, k, j, rows, numbers));
            E pivot = Top(a, chosen, k, k, rows, numbers);
            Exchange(a, chosen, k, k, rows, numbers, pivot);
            E inverse = E.Reciprocal(pivot);
            for (int i = k + 1; i < rows; i++)
                a[i, k] = a[i, k] * inverse;
            for (int j = k + 1; j < columns; j++)
                Eliminate(a, chosen, k, j, rows, numbers, Top(a, chosen, k, j, rows, numbers));
        }
        return failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Choose(LaneMatrix<E, V, T> a, int k, int rows, T* numbers, ref V failed)
    {
        V largest = E.Magnitude(a[k, k]), chosen = V.Load(numbers + k * V.Count);
        for (int i = k + 1; i < rows; i++)
        {
            V magnitude = E.Magnitude(a[i, k]), isLarger = V.Less(largest, magnitude);
            largest = V.Select(isLarger, magnitude, largest);
            chosen = V.Select(isLarger, V.Load(numbers + i * V.Count), chosen);
        }
        failed |= LaneRange<T>.Outside(largest);
        return chosen;
    }

    // What stands in column j of the chosen rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static E Top(LaneMatrix<E, V, T> a, V chosen, int k, int j, int rows, T* numbers)
    {
        E top = a[k, j];
        for (int i = k + 1; i < rows; i++)
            top = E.Select(V.Equal(chosen, V.Load(numbers + i * V.Count)), a[i, j], top);
        return top;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Exchange(LaneMatrix<E, V, T> a, V chosen, int k, int j, int rows, T* numbers, E top)
    {
        E old = a[k, j];
        a[k, j] = top;
        for (int i = k + 1; i < rows; i++)
            a[i, j] = E.Select(V.Equal(chosen, V.Load(numbers + i * V.Count)), old, a[i, j]);
    }

    // Exchanges, and takes the pivot's row off the others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eliminate(LaneMatrix<E, V, T> a, V chosen, int k, int j, int rows, T* numbers, E top)
    {
        E old = a[k, j];
        a[k, j] = top;
        for (int i = k + 1; i < rows; i++)
            a[i, j] = E.MultiplySubtract(a[i, k], top, E.Select(V.Equal(chosen, V.Load(numbers + i * V.Count)), old, a[i, j]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ExchangePlaces(V chosen, int k, int rows, T* places, T* numbers)
    {
        V old = V.Load(places + k * V.Count), top = old;
        for (int i = k + 1; i < rows; i++)
        {
            V isChosen = V.Equal(chosen, V.Load(numbers + i * V.Count)), place = V.Load(places + i * V.Count);
            top = V.Select(isChosen, place, top);
            V.Store(V.Select(isChosen, old, place), places + i * V.Count);
        }
        V.Store(top, places + k * V.Count);
    }
}
