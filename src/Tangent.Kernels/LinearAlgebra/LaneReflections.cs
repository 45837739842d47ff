using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Householder's reflections I − τ·v·vᴴ, with LAPACK's signs; a column is scaled by a power of two, so that its squares are exact enough.</summary>
internal static unsafe class LaneReflections<E, V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// a [rows, columns] becomes R, and below its diagonal the vectors of the reflections without their ones. Returns a mask of the lanes that have
    /// a column which is not finite.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V Factor(LaneMatrix<E, V, T> a, int rows, int columns, T* taus)
    {
        V failed = V.Broadcast(T.Zero);
        for (int k = 0; k < Math.Min(rows, columns); k++)
        {
            E tau = Reflect(a, k, rows, ref failed);
            E.Store(tau, taus + k * E.Size);
            for (int j = k + 1; j < columns; j++)
                Apply(a, k, rows, E.Conjugate(tau), a.At(k, j), a.RowStep);
        }
        return failed;
    }

    /// <summary>q [rows, width] becomes the product of the reflections.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Form(LaneMatrix<E, V, T> a, int rows, int count, T* taus, LaneMatrix<E, V, T> q, int width)
    {
        q.SetIdentity(rows, width);
        for (int k = count - 1; k >= 0; k--)
        {
            E tau = E.Load(taus + k * E.Size);
            for (int j = k; j < width; j++)
                Apply(a, k, rows, tau, q.At(k, j), q.RowStep);
        }
    }

    // Column k from its diagonal on becomes β and the rest of v. Where it is β and zeros already, nothing is reflected.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static E Reflect(LaneMatrix<E, V, T> a, int k, int rows, ref V failed)
    {
        V zero = V.Broadcast(T.Zero), one = V.Broadcast(T.One), largest = zero;
        for (int i = k; i < rows; i++)
            largest = V.Max(largest, E.Magnitude(a[i, k]));
        failed |= LaneRange<T>.NotFinite(largest);
        V exponent = V.Select(V.Equal(largest, zero), zero, V.Exponent(largest)), tail = zero;
        for (int i = k + 1; i < rows; i++)
            tail += E.Square(E.Scale(a[i, k], -exponent));
        E head = E.Scale(a[k, k], -exponent);
        V real = E.Real(head), imaginary = E.Imaginary(head);
        V isDone = V.Equal(tail + V.Abs(imaginary), zero);
        V sign = V.Broadcast(T.NegativeZero);
        V beta = (V.Sqrt(E.Square(head) + tail) | (real & sign)) ^ sign;
        E inverse = E.Select(isDone, E.FromReal(zero), E.Reciprocal(head - E.FromReal(V.Select(isDone, -one, beta))));
        for (int i = k + 1; i < rows; i++)
            a[i, k] = E.Scale(a[i, k], -exponent) * inverse;
        a[k, k] = E.Scale(E.FromReal(V.Select(isDone, real, beta)), exponent);
        return E.Select(isDone, E.FromReal(zero), (E.FromReal(beta) - head) * (one / beta));
    }

    // c −= τ·v·(vᴴ·c) for one column of c.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Apply(LaneMatrix<E, V, T> a, int k, int rows, E tau, T* column, nint step)
    {
        E sum = E.Load(column);
        T* v = a.At(k + 1, k), c = column + step;
        for (int i = k + 1; i < rows; i++, v += a.RowStep, c += step)
            sum = E.MultiplyAdd(E.Conjugate(E.Load(v)), E.Load(c), sum);
        E weighed = tau * sum;
        E.Store(E.Load(column) - weighed, column);
        v = a.At(k + 1, k);
        c = column + step;
        for (int i = k + 1; i < rows; i++, v += a.RowStep, c += step)
            E.Store(E.MultiplySubtract(E.Load(v), weighed, E.Load(c)), c);
    }
}
