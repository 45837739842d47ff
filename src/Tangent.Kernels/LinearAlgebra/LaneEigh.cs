using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Eigenvalues and vectors of Hermitian matrices by Jacobi's rotations, pair after pair (Golub and Van Loan, "Matrix Computations", 8.5), until
/// no lane has an element beside its diagonal that counts. Backward error n·ε·‖A‖.
/// </summary>
internal readonly unsafe struct LaneEigh<E, V, T>(int n, bool upper, bool wantsVectors) : ILaneAlgorithm<V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostSweeps = 30;

    // The vectors, as rows.
    public int Work => wantsVectors ? n * n * E.Size / V.Count : 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Run(T** x, T** y, T* work)
    {
        // U read by columns is the transposed lower triangle, the conjugate of the matrix: so are its vectors.
        LaneMatrix<E, V, T> a = new(x[0], n), rows = new(work, n);
        a = upper ? a.Transposed : a;
        if (wantsVectors)
            rows.SetIdentity(n, n);
        V exponent = Prepare(a, out V failed);
        failed |= Sweep(a, rows);
        for (int i = 0; i < n; i++)
            V.Store(E.Real(E.Scale(a[i, i], exponent)), y[0] + i * V.Count);
        Sort(y[0], rows);
        if (wantsVectors)
            StoreVectors(rows, new(y[1], n));
        return failed;
    }

    // Scales by a power of two, so that the largest element is about 1; only the real part of the diagonal counts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Prepare(LaneMatrix<E, V, T> a, out V failed)
    {
        V zero = V.Broadcast(T.Zero), largest = zero;
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                largest = V.Max(largest, E.Magnitude(a[i, j] = i == j ? E.FromReal(E.Real(a[i, j])) : a[i, j]));
        failed = LaneRange<T>.NotFinite(largest);
        V exponent = V.Select(V.Equal(largest, zero) | failed, zero, V.Exponent(largest));
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                a[i, j] = E.Select(failed, E.FromReal(zero), E.Scale(a[i, j], -exponent));
        return exponent;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Sweep(LaneMatrix<E, V, T> a, LaneMatrix<E, V, T> rows)
    {
        V turning = V.Broadcast(T.Zero);
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            turning = V.Broadcast(T.Zero);
            for (int p = 0; p < n - 1; p++)
                for (int q = p + 1; q < n; q++)
                    turning |= Turn(a, rows, p, q);
            if (!V.Any(turning))
                break;
        }
        return turning;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Turn(LaneMatrix<E, V, T> a, LaneMatrix<E, V, T> rows, int p, int q)
    {
        E element = a[q, p];
        V square = E.Square(element), bound = V.Broadcast(LaneRange<T>.Epsilon * T.CreateTruncating(0.125));
        V isTurning = V.Less(bound * bound, square);
        if (!V.Any(isTurning))
            return isTurning;
        V first = E.Real(a[p, p]), second = E.Real(a[q, q]), zero = V.Broadcast(T.Zero), one = V.Broadcast(T.One);
        V sizeOf = V.Sqrt(square), twice = sizeOf + sizeOf, gap = second - first;
        V reach = V.Abs(gap) + V.Sqrt(V.FusedMultiplyAdd(gap, gap, twice * twice));
        V signed = twice ^ (gap & V.Broadcast(T.NegativeZero));
        V length = one / V.Sqrt(V.FusedMultiplyAdd(reach, reach, twice * twice));
        V cosine = V.Select(isTurning, reach * length, one), shift = V.Select(isTurning, signed / reach * sizeOf, zero);
        V sine = V.Select(isTurning, signed * length / sizeOf, zero);
        a[p, p] = E.FromReal(first - shift);
        a[q, q] = E.FromReal(second + shift);
        a[q, p] = E.Select(isTurning, E.FromReal(zero), element);
        TurnAll(a, rows, p, q, cosine, E.Conjugate(element) * sine);
        return isTurning;
    }

    // p' = c·p − conj(s)·q and q' = s·p + c·q for columns; of the matrix one triangle is kept.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TurnAll(LaneMatrix<E, V, T> a, LaneMatrix<E, V, T> rows, int p, int q, V cosine, E sine)
    {
        E conjugate = E.Conjugate(sine);
        for (int k = 0; k < p; k++)
            Rotate(a.At(p, k), a.At(q, k), cosine, sine, conjugate);
        for (int k = p + 1; k < q; k++)
        {
            E x = a[k, p], y = E.Conjugate(a[q, k]);
            a[k, p] = E.MultiplySubtract(conjugate, y, x * cosine);
            a[q, k] = E.Conjugate(E.MultiplyAdd(sine, x, y * cosine));
        }
        for (int k = q + 1; k < n; k++)
            Rotate(a.At(k, p), a.At(k, q), cosine, conjugate, sine);
        for (int k = 0; k < n && wantsVectors; k++)
            Rotate(rows.At(p, k), rows.At(q, k), cosine, conjugate, sine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rotate(T* first, T* second, V cosine, E taken, E added)
    {
        E x = E.Load(first), y = E.Load(second);
        E.Store(E.MultiplySubtract(taken, y, x * cosine), first);
        E.Store(E.MultiplyAdd(added, x, y * cosine), second);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort(T* values, LaneMatrix<E, V, T> rows)
    {
        for (int i = 0; i < n - 1; i++)
            for (int j = i + 1; j < n; j++)
            {
                V x = V.Load(values + i * V.Count), y = V.Load(values + j * V.Count), isWrong = V.Less(y, x);
                if (!V.Any(isWrong))
                    continue;
                V.Store(V.Select(isWrong, y, x), values + i * V.Count);
                V.Store(V.Select(isWrong, x, y), values + j * V.Count);
                for (int k = 0; k < n && wantsVectors; k++)
                    (rows[i, k], rows[j, k]) = (E.Select(isWrong, rows[j, k], rows[i, k]), E.Select(isWrong, rows[i, k], rows[j, k]));
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void StoreVectors(LaneMatrix<E, V, T> rows, LaneMatrix<E, V, T> vectors)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                vectors[i, j] = upper ? E.Conjugate(rows[j, i]) : rows[j, i];
    }
}
