using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// The matrix adj(A) with A·adj(A) = det(A)·I: det(A)·A⁻¹ where A is far from singular, and else from U·S·Vᴴ, of which it is
/// det(U·Vᴴ)·V·adj(S)·Uᴴ, whose adj(S) divides by nothing.
/// </summary>
internal static unsafe class Adjugate<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    /// <summary>Of dense a [n, n].</summary>
    public static void Run(T* a, int n, T* result)
    {
        using var lu = new Scratch<T>((long)n * n);
        using var pivots = new Scratch<uint>(2L * n);
        Lu<T, TField>.Run(a, n, n, lu.Pointer, pivots.Pointer, pivots.Pointer + n);
        if (IsFarFromSingular(lu.Pointer, n))
            FromInverse(lu.Pointer, pivots.Pointer, n, result);
        else if (TField.DType.IsComplex)
            FromSvd<Complex, WideComplexField>(a, n, result);
        else
            FromSvd<double, RealField<double>>(a, n, result);
    }

    private static bool IsFarFromSingular(T* lu, int n)
    {
        double smallest = double.PositiveInfinity, largest = 0;
        for (int i = 0; i < n; i++)
        {
            double pivot = TField.Magnitude(lu[(long)i * n + i]);
            (smallest, largest) = (Math.Min(smallest, pivot), Math.Max(largest, pivot));
        }
        return smallest > largest * (TField.DType == DType.Float64 ? 1e-8 : 1e-3) && double.IsFinite(largest);
    }

    private static void FromInverse(T* lu, uint* pivots, int n, T* result)
    {
        T determinant = Determinant(lu, pivots, n);
        Inverse<T, TField>.FromFactors(lu, pivots + n, n, result);
        for (long i = 0; i < (long)n * n; i++)
            result[i] = TField.Multiply(result[i], determinant);
    }

    private static T Determinant(T* lu, uint* pivots, int n)
    {
        T product = TField.Make(1, 0);
        for (int i = 0; i < n; i++)
        {
            T factor = lu[(long)i * n + i];
            product = TField.Multiply(product, pivots[i] == i ? factor : TField.Subtract(TField.Make(0, 0), factor));
        }
        return product;
    }

    private static void FromSvd<TWide, TWideField>(T* a, int n, T* result)
        where TWide : unmanaged
        where TWideField : IField<TWide>
    {
        using var work = new Scratch<TWide>(4L * n * n);
        using var values = new Scratch<double>(n);
        TWide* wide = work.Pointer, u = wide + (long)n * n, vh = u + (long)n * n, lu = vh + (long)n * n;
        bool isFinite = true;
        for (long i = 0; i < (long)n * n; i++)
        {
            wide[i] = TWideField.Make(TField.Real(a[i]), TField.Imaginary(a[i]));
            isFinite &= double.IsFinite(TWideField.Magnitude(wide[i]));
        }
        if (!isFinite || !JacobiSvd<TWide, TWideField>.Run(wide, n, n, false, true, u, values.Pointer, vh))
        {
            new Span<T>(result, n * n).Fill(TField.Make(double.NaN, 0));
            return;
        }
        TWide sign = TWideField.Multiply(DeterminantOf<TWide, TWideField>(u, lu, n), DeterminantOf<TWide, TWideField>(vh, lu, n));
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                TWide sum = TWideField.Make(0, 0);
                for (int k = 0; k < n; k++)
                    sum = TWideField.Add(sum, TWideField.Multiply(
                        TWideField.Make(ProductOfOthers(values.Pointer, n, k), 0),
                        TWideField.Conjugate(TWideField.Multiply(vh[(long)k * n + i], u[(long)j * n + k]))));
                sum = TWideField.Multiply(sum, sign);
                result[(long)i * n + j] = TField.Make(TWideField.Real(sum), TWideField.Imaginary(sum));
            }
    }

    private static TWide DeterminantOf<TWide, TWideField>(TWide* a, TWide* lu, int n)
        where TWide : unmanaged
        where TWideField : IField<TWide>
    {
        using var pivots = new Scratch<uint>(2L * n);
        Lu<TWide, TWideField>.Run(a, n, n, lu, pivots.Pointer, pivots.Pointer + n);
        return Adjugate<TWide, TWideField>.Determinant(lu, pivots.Pointer, n);
    }

    private static double ProductOfOthers(double* values, int n, int index)
    {
        double product = 1;
        for (int i = 0; i < n; i++)
            product *= i == index ? 1 : values[i];
        return product;
    }
}
