using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Singular values by one-sided Jacobi rotations of the rows of R, after A = Q·R, as <see cref="JacobiSvd{T, TField}"/> has them. Lanes with rows
/// whose squares would vanish, those of singular matrices among them, are reported.
/// </summary>
internal readonly unsafe struct LaneSvd<E, V, T>(int rows, int columns, bool full, bool wantsVectors) : ILaneAlgorithm<V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostSweeps = 40;

    // A matrix that is wide is taken for its adjoint.
    private readonly bool isWide = rows < columns;
    private readonly int height = Math.Max(rows, columns);
    private readonly int n = Math.Min(rows, columns);
    private readonly int width = full ? Math.Max(rows, columns) : Math.Min(rows, columns);

    public int Work => (n + 2 * n * n + height * width) * (E.Size / V.Count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Run(T** x, T** y, T* work)
    {
        T* taus = work, values = y[wantsVectors ? 1 : 0];
        LaneMatrix<E, V, T> a = new(x[0], columns), r = new(taus + n * E.Size, n), turns = new(r.At(n, 0), n), q = new(turns.At(n, 0), width);
        a = isWide ? a.Transposed : a;
        V exponent = Prepare(a, out V failed);
        failed |= LaneReflections<E, V, T>.Factor(a, height, n, taus);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                r[i, j] = i <= j ? a[i, j] : E.FromReal(V.Broadcast(T.Zero));
        turns.SetIdentity(n, n);
        failed |= Sweep(r, turns);
        if (wantsVectors)
            LaneReflections<E, V, T>.Form(a, height, n, taus, q, width);
        failed |= Lengths(r, values, taus);
        if (wantsVectors)
        {
            StoreRight(r, taus, isWide ? new LaneMatrix<E, V, T>(y[0], n).Transposed : new(y[2], n));
            StoreLeft(q, turns, isWide ? new LaneMatrix<E, V, T>(y[2], height).Transposed : new(y[0], width));
        }
        for (int i = 0; i < n; i++)
            V.Store(V.Scale(V.Load(values + i * V.Count), exponent), values + i * V.Count);
        return failed;
    }

    // Scales by a power of two, so that the largest element is about 1.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Prepare(LaneMatrix<E, V, T> a, out V failed)
    {
        V zero = V.Broadcast(T.Zero), largest = a.Largest(height, n);
        failed = LaneRange<T>.NotFinite(largest);
        V exponent = V.Select(V.Equal(largest, zero) | failed, zero, V.Exponent(largest));
        for (int i = 0; i < height; i++)
            for (int j = 0; j < n; j++)
            {
                E scaled = E.Select(failed, E.FromReal(zero), E.Scale(a[i, j], -exponent));
                a[i, j] = isWide ? E.Conjugate(scaled) : scaled;
            }
        return exponent;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Sweep(LaneMatrix<E, V, T> r, LaneMatrix<E, V, T> turns)
    {
        V turning = V.Broadcast(T.Zero);
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            turning = V.Broadcast(T.Zero);
            for (int i = 0; i < n - 1; i++)
                for (int j = i + 1; j < n; j++)
                    turning |= Turn(r, turns, i, j);
            if (!V.Any(turning))
                break;
        }
        return turning;
    }

    // Two rows are made orthogonal, and the longer is to be the first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Turn(LaneMatrix<E, V, T> r, LaneMatrix<E, V, T> turns, int i, int j)
    {
        E product = Products(r.At(i, 0), r.At(j, 0), out V first, out V second);
        V inverse = V.Broadcast(T.One) / V.Max(first, second);
        (first, second, product) = (first * inverse, second * inverse, product * inverse);
        V square = E.Square(product), isOut = V.Less(first, second);
        T bound = T.CreateTruncating(Math.Max(4, Math.Sqrt(n) / 2)) * LaneRange<T>.Epsilon;
        V isTurning = V.Less(V.Broadcast(bound * bound) * V.Min(first, second), square), turning = isTurning | isOut;
        if (!V.Any(turning))
            return turning;
        V zero = V.Broadcast(T.Zero), one = V.Broadcast(T.One);
        V size = V.Sqrt(square), twice = size + size, gap = second - first;
        V reach = V.Abs(gap) + V.Sqrt(V.FusedMultiplyAdd(gap, gap, twice * twice));
        V length = one / V.Sqrt(V.FusedMultiplyAdd(reach, reach, twice * twice));
        V sineOf = (twice ^ (gap & V.Broadcast(T.NegativeZero))) * length / size;
        E cosine = E.FromReal(V.Select(isTurning, reach * length, one));
        E sine = E.Select(isTurning, E.Conjugate(product) * sineOf, E.FromReal(zero)), opposite = E.FromReal(zero) - E.Conjugate(sine);
        E a = E.Select(isOut, sine, cosine), b = E.Select(isOut, cosine, opposite);
        E c = E.Select(isOut, cosine, sine), d = E.Select(isOut, opposite, cosine);
        Mix(r.At(i, 0), r.At(j, 0), a, b, c, d);
        if (wantsVectors)
            Mix(turns.At(i, 0), turns.At(j, 0), a, b, c, d);
        return turning;
    }

    // Σ x·conj(y), and the squared lengths.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private E Products(T* x, T* y, out V first, out V second)
    {
        E sum = E.FromReal(V.Broadcast(T.Zero));
        first = V.Broadcast(T.Zero);
        second = first;
        for (int k = 0; k < n; k++, x += E.Size, y += E.Size)
        {
            E a = E.Load(x), b = E.Load(y);
            sum = E.MultiplyAdd(a, E.Conjugate(b), sum);
            first += E.Square(a);
            second += E.Square(b);
        }
        return sum;
    }

    // (x, y) = (a·x + b·y, c·x + d·y)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mix(T* x, T* y, E a, E b, E c, E d)
    {
        for (int k = 0; k < n; k++, x += E.Size, y += E.Size)
        {
            E first = E.Load(x), second = E.Load(y);
            E.Store(E.MultiplyAdd(a, first, b * second), x);
            E.Store(E.MultiplyAdd(c, first, d * second), y);
        }
    }

    // The lengths of the rows, and their reciprocals.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Lengths(LaneMatrix<E, V, T> r, T* values, T* inverses)
    {
        V failed = V.Broadcast(T.Zero);
        for (int i = 0; i < n; i++)
        {
            Products(r.At(i, 0), r.At(i, 0), out V square, out _);
            V length = V.Sqrt(square);
            failed |= ~V.LessEqual(V.Broadcast(LaneRange<T>.ShortestLength), length);
            V.Store(length, values + i * V.Count);
            E.Store(E.FromReal(V.Broadcast(T.One) / length), inverses + i * E.Size);
        }
        return failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void StoreRight(LaneMatrix<E, V, T> r, T* inverses, LaneMatrix<E, V, T> result)
    {
        for (int i = 0; i < n; i++)
        {
            V inverse = E.Real(E.Load(inverses + i * E.Size));
            for (int j = 0; j < n; j++)
                result[i, j] = isWide ? E.Conjugate(r[i, j]) * inverse : r[i, j] * inverse;
        }
    }

    // Q·turnsᴴ, and the further columns of Q.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void StoreLeft(LaneMatrix<E, V, T> q, LaneMatrix<E, V, T> turns, LaneMatrix<E, V, T> result)
    {
        for (int row = 0; row < height; row++)
            for (int i = 0; i < width; i++)
            {
                E sum = i < n ? E.FromReal(V.Broadcast(T.Zero)) : q[row, i];
                for (int k = 0; k < n && i < n; k++)
                    sum = E.MultiplyAdd(q[row, k], E.Conjugate(turns[i, k]), sum);
                result[row, i] = isWide ? E.Conjugate(sum) : sum;
            }
    }
}
