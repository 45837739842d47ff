using System.Numerics;
using System.Runtime.CompilerServices;
using static Tangent.Kernels.ComplexField;

namespace Tangent.Kernels;

/// <summary>
/// Loops over rows of complex64, two numbers as two lanes. Sums with the real and with the imaginary parts of a factor are kept apart until
/// the end, so that no lanes are exchanged in between. What remains behind whole vectors goes one by one.
/// </summary>
internal static unsafe class ComplexRows
{
    // (−1, 1) in each pair.
    private static readonly Vector<float> Turn = Alternating();

    private static int Numbers => Vector<float>.Count / 2;

    /// <summary>Σ x·y, or Σ conj(x)·y.</summary>
    public static Complex64 Dot(Complex64* x, Complex64* y, int count, bool conjugate)
    {
        Vector<float> straight = default, crossed = default;
        int i = 0;
        for (; i <= count - Numbers; i += Numbers)
        {
            Vector<float> first = Vector.Load((float*)(x + i)), second = Vector.Load((float*)(y + i));
            straight = Vector.MultiplyAddEstimate(first, second, straight);
            crossed = Vector.MultiplyAddEstimate(first, Exchange(second), crossed);
        }
        float real = conjugate ? Vector.Sum(straight) : -Vector.Sum(straight * Turn);
        float imaginary = conjugate ? -Vector.Sum(crossed * Turn) : Vector.Sum(crossed);
        float sign = conjugate ? -1 : 1;
        for (; i < count; i++)
        {
            real += x[i].Real * y[i].Real - sign * x[i].Imaginary * y[i].Imaginary;
            imaginary += x[i].Real * y[i].Imaginary + sign * x[i].Imaginary * y[i].Real;
        }
        return new(real, imaginary);
    }

    /// <summary>y −= Σⱼ factorsⱼ·xⱼ over rows of x that lie <paramref name="stride"/> apart.</summary>
    public static void SubtractRows(Complex64* y, Complex64* x, long stride, Complex64* factors, int rows, int count)
    {
        int i = 0;
        for (; i <= count - 2 * Numbers; i += 2 * Numbers)
            SubtractTwoVectors((float*)(y + i), (float*)(x + i), 2 * stride, factors, rows);
        for (; i < count; i++)
        {
            float real = y[i].Real, imaginary = y[i].Imaginary;
            for (int j = 0; j < rows; j++)
            {
                Complex64 factor = factors[j], element = x[j * stride + i];
                real -= factor.Real * element.Real - factor.Imaginary * element.Imaginary;
                imaginary -= factor.Real * element.Imaginary + factor.Imaginary * element.Real;
            }
            y[i] = new(real, imaginary);
        }
    }

    /// <inheritdoc cref="IField{T}.Reflect"/>
    public static void Reflect(Complex64* x, Complex64* y, Complex64* z, Complex64 second, Complex64 third, Complex64 factor, int count)
    {
        int i = 0;
        for (; i <= count - Numbers; i += Numbers)
        {
            Vector<float> a = Vector.Load((float*)(x + i)), b = Vector.Load((float*)(y + i)), c = Vector.Load((float*)(z + i));
            Vector<float> part = Times(factor, a + Times(Conjugate(second), b) + Times(Conjugate(third), c));
            Vector.Store(a - part, (float*)(x + i));
            Vector.Store(b - Times(second, part), (float*)(y + i));
            Vector.Store(c - Times(third, part), (float*)(z + i));
        }
        for (; i < count; i++)
        {
            Complex64 sum = Add(x[i], Add(Multiply(Conjugate(second), y[i]), Multiply(Conjugate(third), z[i])));
            Complex64 part = Multiply(factor, sum);
            x[i] = Subtract(x[i], part);
            y[i] = Subtract(y[i], Multiply(second, part));
            z[i] = Subtract(z[i], Multiply(third, part));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Times(Complex64 factor, Vector<float> x) =>
        Vector.MultiplyAddEstimate(Turn * factor.Imaginary, Exchange(x), x * factor.Real);

    private static void SubtractTwoVectors(float* y, float* x, long stride, Complex64* factors, int rows)
    {
        int lanes = Vector<float>.Count;
        Vector<float> a = Vector.Load(y), b = Vector.Load(y + lanes), turnedA = default, turnedB = default;
        for (int j = 0; j < rows; j++, x += stride)
        {
            Vector<float> real = new(-factors[j].Real), imaginary = new(factors[j].Imaginary), first = Vector.Load(x), second = Vector.Load(x + lanes);
            a = Vector.MultiplyAddEstimate(real, first, a);
            turnedA = Vector.MultiplyAddEstimate(imaginary, first, turnedA);
            b = Vector.MultiplyAddEstimate(real, second, b);
            turnedB = Vector.MultiplyAddEstimate(imaginary, second, turnedB);
        }
        Vector.Store(a - Exchange(turnedA) * Turn, y);
        Vector.Store(b - Exchange(turnedB) * Turn, y + lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Exchange(Vector<float> x)
    {
        Vector<ulong> pairs = x.As<float, ulong>();
        return (pairs << 32 | pairs >>> 32).As<ulong, float>();
    }

    private static Vector<float> Alternating()
    {
        Span<float> signs = stackalloc float[Vector<float>.Count];
        for (int i = 0; i < signs.Length; i++)
            signs[i] = i % 2 == 0 ? -1 : 1;
        return new(signs);
    }
}
