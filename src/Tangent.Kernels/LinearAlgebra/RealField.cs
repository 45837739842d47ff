using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>float32 and float64: four vectors of a row stay in registers while rows are subtracted from it; what remains goes one by one.</summary>
internal readonly unsafe struct RealField<T> : IField<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static DType DType => typeof(T) == typeof(float) ? DType.Float32 : DType.Float64;

    public static CholeskyRoutines<T>? Cholesky => CholeskyTable<T>.For(VectorWidths.Widest);

    public static T Make(double real, double imaginary) => T.CreateTruncating(real);

    public static double Real(T x) => double.CreateTruncating(x);

    public static double Imaginary(T x) => 0;

    public static T Conjugate(T x) => x;

    public static T Add(T x, T y) => x + y;

    public static T Subtract(T x, T y) => x - y;

    public static T Multiply(T x, T y) => x * y;

    public static T Divide(T x, T y) => x / y;

    public static double Magnitude(T x) => Math.Abs(Real(x));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Dot(T* x, T* y, int count)
    {
        int lanes = Vector<T>.Count, i = 0;
        Vector<T> first = default, second = default;
        if (Vector512.IsHardwareAccelerated && count >= 4 * Vector512<T>.Count)
        {
            Vector512<T> sums = DotOfWide(x, y, count, ref i);
            first = sums.GetLower().AsVector();
            second = sums.GetUpper().AsVector();
        }
        for (; i <= count - 2 * lanes; i += 2 * lanes)
        {
            first = MultiplyAdd(Vector.Load(x + i), Vector.Load(y + i), first);
            second = MultiplyAdd(Vector.Load(x + i + lanes), Vector.Load(y + i + lanes), second);
        }
        T sum = Vector.Sum(first + second);
        for (; i < count; i++)
            sum += x[i] * y[i];
        return sum;
    }

    public static T ConjugateDot(T* x, T* y, int count) => Dot(x, y, count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SubtractRows(T* y, T* x, long stride, T* factors, int rows, int count)
    {
        int lanes = Vector<T>.Count, i = 0, wide = Vector512.IsHardwareAccelerated ? Vector512<T>.Count : 0;
        for (; wide > 0 && i <= count - 4 * wide; i += 4 * wide)
            SubtractFourWideVectors(y + i, x + i, stride, factors, rows);
        for (; i <= count - 4 * lanes; i += 4 * lanes)
            SubtractFourVectors(y + i, x + i, stride, factors, rows);
        for (; i <= count - lanes; i += lanes)
        {
            Vector<T> sum = Vector.Load(y + i);
            for (int j = 0; j < rows; j++)
                sum = MultiplyAdd(new Vector<T>(-factors[j]), Vector.Load(x + j * stride + i), sum);
            Vector.Store(sum, y + i);
        }
        for (; i < count; i++)
        {
            T sum = y[i];
            for (int j = 0; j < rows; j++)
                sum -= factors[j] * x[j * stride + i];
            y[i] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DivideRow(T* x, T divisor, int count)
    {
        var divisors = new Vector<T>(divisor);
        int lanes = Vector<T>.Count, i = 0;
        for (; i <= count - lanes; i += lanes)
            Vector.Store(Vector.Load(x + i) / divisors, x + i);
        for (; i < count; i++)
            x[i] /= divisor;
    }

    // Lanes look for the value, and then it is looked for.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Largest(T* x, int count)
    {
        int lanes = Vector<T>.Count, i = 0;
        var best = new Vector<T>(-T.One);
        for (; i <= count - lanes; i += lanes)
        {
            Vector<T> sizes = Vector.Abs(Vector.Load(x + i));
            best = Vector.ConditionalSelect(Vector.GreaterThan(sizes, best), sizes, best);
        }
        T largest = -T.One;
        for (int lane = 0; lane < lanes; lane++)
            largest = best[lane] > largest ? best[lane] : largest;
        for (; i < count; i++)
            largest = T.Abs(x[i]) > largest ? T.Abs(x[i]) : largest;
        int place = 0;
        while (place < count && T.Abs(x[place]) != largest)
            place++;
        return place < count ? place : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rotate(T* x, T* y, double c, double s, int count)
    {
        T cosine = T.CreateTruncating(c), sine = T.CreateTruncating(s);
        var cosines = new Vector<T>(cosine);
        var sines = new Vector<T>(sine);
        int lanes = Vector<T>.Count, i = 0;
        for (; i <= count - lanes; i += lanes)
        {
            Vector<T> first = Vector.Load(x + i), second = Vector.Load(y + i);
            Vector.Store(first * cosines + second * sines, x + i);
            Vector.Store(second * cosines - first * sines, y + i);
        }
        for (; i < count; i++)
            (x[i], y[i]) = (cosine * x[i] + sine * y[i], cosine * y[i] - sine * x[i]);
    }

    public static void Reflect(T* x, T* y, T* z, T second, T third, T factor, int count)
    {
        Vector<T> seconds = new(second), thirds = new(third), factors = new(factor);
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> a = Vector.Load(x + i), b = Vector.Load(y + i), c = Vector.Load(z + i);
            Vector<T> part = factors * MultiplyAdd(thirds, c, MultiplyAdd(seconds, b, a));
            Vector.Store(a - part, x + i);
            Vector.Store(MultiplyAdd(-seconds, part, b), y + i);
            Vector.Store(MultiplyAdd(-thirds, part, c), z + i);
        }
        for (; i < count; i++)
        {
            T part = factor * (x[i] + second * y[i] + third * z[i]);
            x[i] -= part;
            y[i] -= second * part;
            z[i] -= third * part;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractFourVectors(T* y, T* x, long stride, T* factors, int rows)
    {
        int lanes = Vector<T>.Count;
        Vector<T> a = Vector.Load(y), b = Vector.Load(y + lanes), c = Vector.Load(y + 2 * lanes), d = Vector.Load(y + 3 * lanes);
        for (int j = 0; j < rows; j++, x += stride)
        {
            var factor = new Vector<T>(-factors[j]);
            a = MultiplyAdd(factor, Vector.Load(x), a);
            b = MultiplyAdd(factor, Vector.Load(x + lanes), b);
            c = MultiplyAdd(factor, Vector.Load(x + 2 * lanes), c);
            d = MultiplyAdd(factor, Vector.Load(x + 3 * lanes), d);
        }
        Vector.Store(a, y);
        Vector.Store(b, y + lanes);
        Vector.Store(c, y + 2 * lanes);
        Vector.Store(d, y + 3 * lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractFourWideVectors(T* y, T* x, long stride, T* factors, int rows)
    {
        int lanes = Vector512<T>.Count;
        Vector512<T> a = Vector512.Load(y), b = Vector512.Load(y + lanes), c = Vector512.Load(y + 2 * lanes), d = Vector512.Load(y + 3 * lanes);
        for (int j = 0; j < rows; j++, x += stride)
        {
            Vector512<T> factor = Vector512.Create(-factors[j]);
            a = MultiplyAdd(factor, Vector512.Load(x), a);
            b = MultiplyAdd(factor, Vector512.Load(x + lanes), b);
            c = MultiplyAdd(factor, Vector512.Load(x + 2 * lanes), c);
            d = MultiplyAdd(factor, Vector512.Load(x + 3 * lanes), d);
        }
        a.Store(y);
        b.Store(y + lanes);
        c.Store(y + 2 * lanes);
        d.Store(y + 3 * lanes);
    }

    // Of whole fours of vectors; i becomes the first place that is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> DotOfWide(T* x, T* y, int count, ref int i)
    {
        int lanes = Vector512<T>.Count;
        Vector512<T> a = default, b = default, c = default, d = default;
        for (; i <= count - 4 * lanes; i += 4 * lanes)
        {
            a = MultiplyAdd(Vector512.Load(x + i), Vector512.Load(y + i), a);
            b = MultiplyAdd(Vector512.Load(x + i + lanes), Vector512.Load(y + i + lanes), b);
            c = MultiplyAdd(Vector512.Load(x + i + 2 * lanes), Vector512.Load(y + i + 2 * lanes), c);
            d = MultiplyAdd(Vector512.Load(x + i + 3 * lanes), Vector512.Load(y + i + 3 * lanes), d);
        }
        return a + b + (c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> MultiplyAdd(Vector512<T> x, Vector512<T> y, Vector512<T> sum) => typeof(T) == typeof(float)
        ? Vector512.MultiplyAddEstimate(x.As<T, float>(), y.As<T, float>(), sum.As<T, float>()).As<float, T>()
        : Vector512.MultiplyAddEstimate(x.As<T, double>(), y.As<T, double>(), sum.As<T, double>()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> MultiplyAdd(Vector<T> x, Vector<T> y, Vector<T> sum) => typeof(T) == typeof(float)
        ? Vector.MultiplyAddEstimate(x.As<T, float>(), y.As<T, float>(), sum.As<T, float>()).As<float, T>()
        : Vector.MultiplyAddEstimate(x.As<T, double>(), y.As<T, double>(), sum.As<T, double>()).As<double, T>();
}
