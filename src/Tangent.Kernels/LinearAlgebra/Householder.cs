using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Reflections I − τ·v·vᴴ, whose v begins with 1 (LAPACK's convention).</summary>
internal static unsafe class Householder<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    // Vectors of smaller elements are scaled first: they have too few bits for a reflection.
    private static readonly double Smallest = typeof(T) == typeof(double) || typeof(T) == typeof(Complex) ? 1e-280 : 1e-28;

    /// <summary>
    /// Finds τ and v so that (I − τ·v·vᴴ)ᴴ takes x to (β, 0, …) with a real β; x becomes β and the rest of v. Elements lie
    /// <paramref name="stride"/> apart.
    /// </summary>
    public static T Reflect(T* x, long stride, int count)
    {
        if (stride == 1 && TryReflect(x, count, out T found))
            return found;
        double scale = 0;
        for (int i = 0; i < count; i++)
            scale = Math.Max(scale, TField.Magnitude(x[i * stride]));
        if (scale == 0)
            return TField.Make(0, 0);
        // What is no number is not scaled either.
        if (!(scale < Smallest))
            return Reflect(x, stride, count, scale);
        int exponent = Math.ILogB(scale);
        Scale(x, stride, count, -exponent);
        T tau = Reflect(x, stride, count, Math.ScaleB(scale, -exponent));
        Scale(x, stride, 1, exponent);
        return tau;
    }

    /// <summary>
    /// a −= factor·v·(vᴴ·a) for rows of a, where v is 1 and then elements <paramref name="strideOfV"/> apart from <paramref name="v"/>'s second on.
    /// </summary>
    public static void Apply(T* v, long strideOfV, T factor, T* a, long stride, int rows, int columns, T* row)
    {
        if (columns == 0 || TField.Magnitude(factor) == 0)
            return;
        new Span<T>(row, columns).Clear();
        for (int i = 0; i < rows; i++)
        {
            T element = i == 0 ? TField.Make(-1, 0) : TField.Subtract(TField.Make(0, 0), TField.Conjugate(v[i * strideOfV]));
            TField.SubtractRows(row, a + i * stride, 0, &element, 1, columns);
        }
        for (int i = 0; i < rows; i++)
        {
            T element = i == 0 ? factor : TField.Multiply(factor, v[i * strideOfV]);
            TField.SubtractRows(a + i * stride, row, 0, &element, 1, columns);
        }
    }

    private static T Reflect(T* x, long stride, int count, double scale)
    {
        double tail = 0;
        for (int i = 1; i < count; i++)
        {
            double part = TField.Magnitude(x[i * stride]) / scale;
            tail += part * part;
        }
        double real = TField.Real(*x), imaginary = TField.Imaginary(*x);
        if (tail == 0 && imaginary == 0)
            return TField.Make(0, 0);
        double first = TField.Magnitude(*x) / scale;
        double beta = -Math.CopySign(scale * Math.Sqrt(first * first + tail), real);
        T divisor = TField.Subtract(*x, TField.Make(beta, 0));
        for (int i = 1; i < count; i++)
            x[i * stride] = TField.Divide(x[i * stride], divisor);
        *x = TField.Make(beta, 0);
        return TField.Make((beta - real) / beta, -imaginary / beta);
    }

    // By a power of two, in steps that are numbers of the type.
    private static void Scale(T* x, long stride, int count, int exponent)
    {
        for (int rest = exponent; rest != 0;)
        {
            int step = Math.Clamp(rest, -100, 100);
            T factor = TField.Make(Math.ScaleB(1, step), 0);
            for (int i = 0; i < count; i++)
                x[i * stride] = TField.Multiply(x[i * stride], factor);
            rest -= step;
        }
    }

    // Of neighbours whose squares neither overflow nor vanish.
    private static bool TryReflect(T* x, int count, out T tau)
    {
        double tail = TField.Real(TField.ConjugateDot(x + 1, x + 1, count - 1));
        double real = TField.Real(*x), imaginary = TField.Imaginary(*x), square = real * real + imaginary * imaginary + tail;
        tau = TField.Make(0, 0);
        if (!(tail > 0 && square is > 1e-20 and < 1e20))
            return false;
        double beta = -Math.CopySign(Math.Sqrt(square), real);
        TField.DivideRow(x + 1, TField.Subtract(*x, TField.Make(beta, 0)), count - 1);
        *x = TField.Make(beta, 0);
        tau = TField.Make((beta - real) / beta, -imaginary / beta);
        return true;
    }
}
