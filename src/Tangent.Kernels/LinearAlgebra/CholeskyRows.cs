using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Rows of Cholesky's factor U, eight at a time: a vector of their columns stays in registers while what the rows above take off is subtracted and
/// the triangle between them is solved. Memory is padded to whole vectors, so that there is no remainder; rounding is that of the rows one by one.
/// </summary>
internal static unsafe class CholeskyRows<T, V>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : unmanaged, ILanes<V, T>
{
    private const int Together = CholeskyRoutines<T>.Together;

    private static int Wide
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Math.Max(Together, V.Count);
    }

    /// <summary>
    /// Factors a square of so many rows, a multiple of eight, in memory whose rows are whole vectors; false if it is not positive definite. What stands
    /// left of the diagonal is lost. The factors for <see cref="Solve"/> are written too.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Factor(T* u, int stride, int rows, T* factors)
    {
        for (int first = 0; first < rows; first += Together)
        {
            T* triangle = Pack(u + first, stride, first, factors);
            // A vector may begin left of the eight columns of the triangle.
            int start = first / Wide * Wide;
            for (int column = start; column < start + Wide; column += V.Count)
                Columns(u + column, stride, first, factors, null);
            if (!FactorTriangle(u + (long)first * stride + start, stride, first - start, triangle))
                return false;
            for (int column = start + Wide; column < rows; column += V.Count)
                Columns(u + column, stride, first, factors, triangle);
            factors = triangle + Together * Together;
        }
        return true;
    }

    /// <summary>The rows of U in further columns, whole vectors, by the factors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(T* u, int stride, int rows, int columns, T* factors)
    {
        for (int first = 0; first < rows; first += Together)
        {
            T* triangle = factors + Together * first;
            for (int column = 0; column < columns; column += V.Count)
                Columns(u + column, stride, first, factors, triangle);
            factors = triangle + Together * Together;
        }
    }

    // What is subtracted of each row above, as negative numbers, eight by eight; gives what is behind them.
    private static T* Pack(T* u, int stride, int above, T* factors)
    {
        for (int p = 0; p < above; p++, u += stride)
            for (int i = 0; i < Together; i++)
                *factors++ = -u[i];
        return factors;
    }

    // The triangle of eight rows in some vectors, row by row. Behind each row's root the negative factors of the others; its own is the inverse.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool FactorTriangle(T* u, int stride, int place, T* triangle)
    {
        for (int k = 0; k < Together; k++, triangle += Together)
        {
            T* row = u + k * stride;
            T pivot = row[place + k];
            if (!(pivot > T.Zero && pivot < T.PositiveInfinity))
                return false;
            T root = T.Sqrt(pivot), inverse = T.One / root;
            for (int v = 0; v < Wide; v += V.Count)
                V.Store(V.Load(row + v) * V.Broadcast(inverse), row + v);
            row[place + k] = root;
            triangle[k] = inverse;
            for (int i = k + 1; i < Together; i++)
            {
                T* other = u + i * stride;
                T factor = triangle[i] = -row[place + i];
                for (int v = 0; v < Wide; v += V.Count)
                    V.Store(V.FusedMultiplyAdd(V.Broadcast(factor), V.Load(row + v), V.Load(other + v)), other + v);
            }
        }
        return true;
    }

    // A vector of columns of eight rows, the first of which has so many rows above; solved too, if there is a triangle.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(T* u, int stride, int above, T* factors, T* triangle)
    {
        T* y = u + (long)above * stride, z = y + 4 * stride;
        V a = V.Load(y), b = V.Load(y + stride), c = V.Load(y + 2 * stride), d = V.Load(y + 3 * stride);
        V e = V.Load(z), f = V.Load(z + stride), g = V.Load(z + 2 * stride), h = V.Load(z + 3 * stride);
        for (int p = 0; p < above; p++, u += stride, factors += Together)
        {
            V row = V.Load(u);
            a = V.FusedMultiplyAdd(V.Broadcast(factors[0]), row, a);
            b = V.FusedMultiplyAdd(V.Broadcast(factors[1]), row, b);
            c = V.FusedMultiplyAdd(V.Broadcast(factors[2]), row, c);
            d = V.FusedMultiplyAdd(V.Broadcast(factors[3]), row, d);
            e = V.FusedMultiplyAdd(V.Broadcast(factors[4]), row, e);
            f = V.FusedMultiplyAdd(V.Broadcast(factors[5]), row, f);
            g = V.FusedMultiplyAdd(V.Broadcast(factors[6]), row, g);
            h = V.FusedMultiplyAdd(V.Broadcast(factors[7]), row, h);
        }
        if (triangle is not null)
        {
            T* t = triangle;
            a *= V.Broadcast(t[0]);
            b = V.FusedMultiplyAdd(V.Broadcast(t[1]), a, b);
            c = V.FusedMultiplyAdd(V.Broadcast(t[2]), a, c);
            d = V.FusedMultiplyAdd(V.Broadcast(t[3]), a, d);
            e = V.FusedMultiplyAdd(V.Broadcast(t[4]), a, e);
            f = V.FusedMultiplyAdd(V.Broadcast(t[5]), a, f);
            g = V.FusedMultiplyAdd(V.Broadcast(t[6]), a, g);
            h = V.FusedMultiplyAdd(V.Broadcast(t[7]), a, h);
            b *= V.Broadcast(t[9]);
            c = V.FusedMultiplyAdd(V.Broadcast(t[10]), b, c);
            d = V.FusedMultiplyAdd(V.Broadcast(t[11]), b, d);
            e = V.FusedMultiplyAdd(V.Broadcast(t[12]), b, e);
            f = V.FusedMultiplyAdd(V.Broadcast(t[13]), b, f);
            g = V.FusedMultiplyAdd(V.Broadcast(t[14]), b, g);
            h = V.FusedMultiplyAdd(V.Broadcast(t[15]), b, h);
            c *= V.Broadcast(t[18]);
            d = V.FusedMultiplyAdd(V.Broadcast(t[19]), c, d);
            e = V.FusedMultiplyAdd(V.Broadcast(t[20]), c, e);
            f = V.FusedMultiplyAdd(V.Broadcast(t[21]), c, f);
            g = V.FusedMultiplyAdd(V.Broadcast(t[22]), c, g);
            h = V.FusedMultiplyAdd(V.Broadcast(t[23]), c, h);
            d *= V.Broadcast(t[27]);
            e = V.FusedMultiplyAdd(V.Broadcast(t[28]), d, e);
            f = V.FusedMultiplyAdd(V.Broadcast(t[29]), d, f);
            g = V.FusedMultiplyAdd(V.Broadcast(t[30]), d, g);
            h = V.FusedMultiplyAdd(V.Broadcast(t[31]), d, h);
            e *= V.Broadcast(t[36]);
            f = V.FusedMultiplyAdd(V.Broadcast(t[37]), e, f);
            g = V.FusedMultiplyAdd(V.Broadcast(t[38]), e, g);
            h = V.FusedMultiplyAdd(V.Broadcast(t[39]), e, h);
            f *= V.Broadcast(t[45]);
            g = V.FusedMultiplyAdd(V.Broadcast(t[46]), f, g);
            h = V.FusedMultiplyAdd(V.Broadcast(t[47]), f, h);
            g *= V.Broadcast(t[54]);
            h = V.FusedMultiplyAdd(V.Broadcast(t[55]), g, h);
            h *= V.Broadcast(t[63]);
        }
        V.Store(a, y);
        V.Store(b, y + stride);
        V.Store(c, y + 2 * stride);
        V.Store(d, y + 3 * stride);
        V.Store(e, z);
        V.Store(f, z + stride);
        V.Store(g, z + 2 * stride);
        V.Store(h, z + 3 * stride);
    }
}
