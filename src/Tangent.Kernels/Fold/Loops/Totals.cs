using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>What blocks are added up in: sums in more than their own precision, all else in their own type.</summary>
internal static class Totals
{
    /// <summary>Elements combined in their own type.</summary>
    public readonly record struct Plain<F, T>(T Result) : ITotal<Plain<F, T>, T>
        where F : struct, IFold<T>
        where T : unmanaged
    {
        public static Plain<F, T> Identity => new(F.Identity);

        public static Plain<F, T> Add(Plain<F, T> total, T block) => new(Combine(total.Result, block));

        public static Plain<F, T> Merge(Plain<F, T> x, Plain<F, T> y) => new(Combine(x.Result, y.Result));

        public static T Value(Plain<F, T> total) => total.Result;

        /// <summary>The operation on single elements, by way of the narrowest lanes.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Combine(T x, T y) =>
            Lanes128<T>.Get(F.Combine(Lanes128<T>.Broadcast(x), Lanes128<T>.Broadcast(y)), 0);
    }

    /// <summary>Complex elements combined in their own type.</summary>
    public readonly record struct PlainComplex<F>(Complex64 Result) : ITotal<PlainComplex<F>, Complex64>
        where F : struct, IComplexFold
    {
        public static PlainComplex<F> Identity => new(F.Identity);

        public static PlainComplex<F> Add(PlainComplex<F> total, Complex64 block) => new(F.Combine(total.Result, block));

        public static PlainComplex<F> Merge(PlainComplex<F> x, PlainComplex<F> y) => new(F.Combine(x.Result, y.Result));

        public static Complex64 Value(PlainComplex<F> total) => total.Result;
    }

    /// <summary>A sum of float32 in float64.</summary>
    public readonly record struct Float32Sum(double Sum) : ITotal<Float32Sum, float>
    {
        public static Float32Sum Identity => default;

        public static Float32Sum Add(Float32Sum total, float block) => new(total.Sum + block);

        // A lane is a total; the elements that fill no vector follow one by one.
        public static unsafe void AddEach(Float32Sum* totals, float* blocks, long count)
        {
            double* sums = (double*)totals;
            long i = 0;
            for (; i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.Load(blocks + i));
                (Vector256.Load(sums + i) + lower).Store(sums + i);
                (Vector256.Load(sums + i + Vector256<double>.Count) + upper).Store(sums + i + Vector256<double>.Count);
            }
            for (; i < count; i++)
                sums[i] += blocks[i];
        }

        public static Float32Sum Merge(Float32Sum x, Float32Sum y) => new(x.Sum + y.Sum);

        public static float Value(Float32Sum total) => (float)total.Sum;
    }

    /// <summary>
    /// A sum of float64 and what rounding lost of it (A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation
    /// endlicher Summen, 1974).
    /// </summary>
    public readonly record struct Float64Sum(double Sum, double Lost) : ITotal<Float64Sum, double>
    {
        public static Float64Sum Identity => default;

        public static Float64Sum Add(Float64Sum total, double block)
        {
            double sum = total.Sum + block;
            double lost = Math.Abs(total.Sum) >= Math.Abs(block) ? total.Sum - sum + block : block - sum + total.Sum;
            return new(sum, total.Lost + lost);
        }

        public static Float64Sum Merge(Float64Sum x, Float64Sum y)
        {
            Float64Sum total = Add(x, y.Sum);
            return total with { Lost = total.Lost + y.Lost };
        }

        // With an infinite sum, what was lost is NaN.
        public static double Value(Float64Sum total) =>
            double.IsFinite(total.Sum) ? total.Sum + total.Lost : total.Sum;
    }

    /// <summary>A sum of complex numbers in float64.</summary>
    public readonly record struct ComplexSum(double Real, double Imaginary) : ITotal<ComplexSum, Complex64>
    {
        public static ComplexSum Identity => default;

        public static ComplexSum Add(ComplexSum total, Complex64 block) =>
            new(total.Real + block.Real, total.Imaginary + block.Imaginary);

        public static ComplexSum Merge(ComplexSum x, ComplexSum y) =>
            new(x.Real + y.Real, x.Imaginary + y.Imaginary);

        public static Complex64 Value(ComplexSum total) => new((float)total.Real, (float)total.Imaginary);
    }
}
