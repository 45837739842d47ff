using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Products of four rows of a matrix with vectors, from both sides while a row is in registers: what half of a reduction to a condensed
/// form consists of. Whole vectors only: rows lie in padded memory. Partial sums lie in the lanes, one for each row.
/// </summary>
internal static unsafe class RowProducts<T, TVector, TSimd>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
{
    /// <summary>sums[i] = Σ aᵢⱼ·xⱼ over [start, end), and yⱼ += Σ factors[i]·aᵢⱼ over [split, end).</summary>
    public static void RunReal(T* a, long stride, T* x, T* y, T* factors, long start, long split, long end, T* sums)
    {
        T* b = a + stride, c = b + stride, d = c + stride;
        TVector sumA = default, sumB = default, sumC = default, sumD = default;
        for (long j = start; j < split; j += TSimd.Count)
        {
            TVector element = TSimd.Load(x + j);
            sumA = TSimd.MultiplyAdd(TSimd.Load(a + j), element, sumA);
            sumB = TSimd.MultiplyAdd(TSimd.Load(b + j), element, sumB);
            sumC = TSimd.MultiplyAdd(TSimd.Load(c + j), element, sumC);
            sumD = TSimd.MultiplyAdd(TSimd.Load(d + j), element, sumD);
        }
        TVector factorA = TSimd.Broadcast(factors), factorB = TSimd.Broadcast(factors + 1);
        TVector factorC = TSimd.Broadcast(factors + 2), factorD = TSimd.Broadcast(factors + 3);
        for (long j = split; j < end; j += TSimd.Count)
        {
            TVector element = TSimd.Load(x + j), rowA = TSimd.Load(a + j), rowB = TSimd.Load(b + j), rowC = TSimd.Load(c + j), rowD = TSimd.Load(d + j);
            TVector first = TSimd.MultiplyAdd(rowA, factorA, TSimd.Load(y + j));
            sumA = TSimd.MultiplyAdd(rowA, element, sumA);
            first = TSimd.MultiplyAdd(rowB, factorB, first);
            sumB = TSimd.MultiplyAdd(rowB, element, sumB);
            first = TSimd.MultiplyAdd(rowC, factorC, first);
            sumC = TSimd.MultiplyAdd(rowC, element, sumC);
            TSimd.Store(TSimd.MultiplyAdd(rowD, factorD, first), y + j);
            sumD = TSimd.MultiplyAdd(rowD, element, sumD);
        }
        StoreSums(sumA, sumB, sumC, sumD, sums, 1);
    }

    /// <summary>
    /// The same with two vectors each, <paramref name="far"/> numbers apart: sums[2i + k] = Σ aᵢⱼ·xₖⱼ, and yₖⱼ += Σ factors[2i + k]·aᵢⱼ.
    /// </summary>
    public static void RunPair(T* a, long stride, T* x, T* y, long far, T* factors, long start, long split, long end, T* sums)
    {
        T* b = a + stride, c = b + stride, d = c + stride;
        TVector realA = default, realB = default, realC = default, realD = default;
        TVector imaginaryA = default, imaginaryB = default, imaginaryC = default, imaginaryD = default;
        for (long j = start; j < split; j += TSimd.Count)
        {
            TVector real = TSimd.Load(x + j), imaginary = TSimd.Load(x + far + j);
            AddBoth(a + j, real, imaginary, ref realA, ref imaginaryA);
            AddBoth(b + j, real, imaginary, ref realB, ref imaginaryB);
            AddBoth(c + j, real, imaginary, ref realC, ref imaginaryC);
            AddBoth(d + j, real, imaginary, ref realD, ref imaginaryD);
        }
        for (long j = split; j < end; j += TSimd.Count)
        {
            TVector real = TSimd.Load(x + j), imaginary = TSimd.Load(x + far + j), first = TSimd.Load(y + j), second = TSimd.Load(y + far + j);
            AddBoth(a + j, real, imaginary, factors, ref realA, ref imaginaryA, ref first, ref second);
            AddBoth(b + j, real, imaginary, factors + 2, ref realB, ref imaginaryB, ref first, ref second);
            AddBoth(c + j, real, imaginary, factors + 4, ref realC, ref imaginaryC, ref first, ref second);
            AddBoth(d + j, real, imaginary, factors + 6, ref realD, ref imaginaryD, ref first, ref second);
            TSimd.Store(first, y + j);
            TSimd.Store(second, y + far + j);
        }
        StoreSums(realA, realB, realC, realD, sums, 2);
        StoreSums(imaginaryA, imaginaryB, imaginaryC, imaginaryD, sums + 1, 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBoth(T* a, TVector real, TVector imaginary, ref TVector sum, ref TVector other)
    {
        TVector row = TSimd.Load(a);
        sum = TSimd.MultiplyAdd(row, real, sum);
        other = TSimd.MultiplyAdd(row, imaginary, other);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBoth(
        T* a, TVector real, TVector imaginary, T* factors, ref TVector sum, ref TVector other, ref TVector first, ref TVector second)
    {
        TVector row = TSimd.Load(a);
        sum = TSimd.MultiplyAdd(row, real, sum);
        other = TSimd.MultiplyAdd(row, imaginary, other);
        first = TSimd.MultiplyAdd(row, TSimd.Broadcast(factors), first);
        second = TSimd.MultiplyAdd(row, TSimd.Broadcast(factors + 1), second);
    }

    private static void StoreSums(TVector a, TVector b, TVector c, TVector d, T* sums, int stride)
    {
        sums[0] = TSimd.AddLanes(a, default);
        sums[stride] = TSimd.AddLanes(b, default);
        sums[2 * stride] = TSimd.AddLanes(c, default);
        sums[3 * stride] = TSimd.AddLanes(d, default);
    }
}
