using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Decompositions that iterate, of a matrix that is scaled to about 1. Small ones run in float64, or complex numbers of two, larger ones by
/// blocks in the type of the matrix. A matrix that is not finite, or whose iteration does not end within its bound, gives NaN.
/// </summary>
internal static unsafe class Spectra<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    // From here on products of blocks win more than they cost, or of eigenvalues of general matrices, a shorter type.
    private const int LeastForBlocks = 48;
    private const int LeastForBidiagonal = 28;

    /// <summary>Runs a kernel on dense a [rows, columns].</summary>
    public static void Run(LinearAlgebraKernel kernel, T* a, int rows, int columns, nint[] y)
    {
        if (Math.Min(rows, columns) >= (kernel is SvdKernel ? LeastForBidiagonal : LeastForBlocks))
            RunInBlocks(kernel, a, rows, columns, y);
        else if (TField.DType.IsComplex)
            RunWide<Complex, WideComplexField>(kernel, a, rows, columns, y);
        else
            RunWide<double, RealField<double>>(kernel, a, rows, columns, y);
    }

    private static void RunInBlocks(LinearAlgebraKernel kernel, T* a, int rows, int columns, nint[] y)
    {
        if (typeof(T) == typeof(double))
            RunInBlocks<double>(kernel, a, rows, columns, y);
        else
            RunInBlocks<float>(kernel, a, rows, columns, y);
    }

    private static void RunInBlocks<TReal>(LinearAlgebraKernel kernel, T* a, int rows, int columns, nint[] y)
        where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
    {
        double scale = ScaleOf(kernel, a, rows, columns);
        if (kernel is EigKernel eig)
        {
            RunGeneral<T, TField, TReal>(eig, a, rows, scale, scale, y);
            return;
        }
        using var values = new Scratch<double>(Math.Min(rows, columns));
        if (kernel is EighKernel eigh)
            RunHermitianInBlocks<TReal>(eigh, a, rows, scale, values.Pointer, y);
        else if (kernel is SvdKernel svd)
            RunSingularInBlocks<TReal>(svd, a, rows, columns, scale, values.Pointer, y);
        else
            throw new ArgumentException($"{kernel}: no algorithm.", nameof(kernel));
    }

    private static void RunHermitianInBlocks<TReal>(EighKernel kernel, T* a, int n, double scale, double* values, nint[] y)
        where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
    {
        T* vectors = kernel.Vectors ? (T*)y[1] : null;
        if (double.IsFinite(scale))
            HermitianSpectrum<T, TField, TReal>.Run(a, n, kernel.Upper, scale, values, vectors);
        else
            FillWithNaN(vectors, n, n);
        StoreReal(values, n, scale, y[0]);
    }

    private static void RunSingularInBlocks<TReal>(SvdKernel kernel, T* a, int rows, int columns, double scale, double* values, nint[] y)
        where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
    {
        int count = Math.Min(rows, columns);
        T* u = kernel.Vectors ? (T*)y[0] : null, vh = kernel.Vectors ? (T*)y[2] : null;
        if (double.IsFinite(scale))
            SingularSpectrum<T, TField, TReal>.Run(a, rows, columns, kernel.Full, scale, u, values, vh);
        else
        {
            FillWithNaN(u, rows, kernel.Full ? rows : count);
            FillWithNaN(vh, kernel.Full ? columns : count, columns);
        }
        StoreReal(values, count, scale, y[kernel.Vectors ? 1 : 0]);
    }

    private static void FillWithNaN(T* x, int rows, int columns)
    {
        if (x is not null)
            new Span<T>(x, checked(rows * columns)).Fill(TField.Make(double.NaN, 0));
    }

    private static void RunWide<TWide, TWideField>(LinearAlgebraKernel kernel, T* a, int rows, int columns, nint[] y)
        where TWide : unmanaged
        where TWideField : IField<TWide>
    {
        using var wide = new Scratch<TWide>((long)rows * columns);
        double scale = ScaleOf(kernel, a, rows, columns), factor = 1 / scale;
        for (long i = 0; i < (long)rows * columns && double.IsFinite(scale); i++)
            wide.Pointer[i] = TWideField.Make(TField.Real(a[i]) * factor, TField.Imaginary(a[i]) * factor);
        if (kernel is EigKernel eig)
            RunGeneral<TWide, TWideField, double>(eig, wide.Pointer, rows, 1, scale, y);
        else if (kernel is EighKernel eigh)
            RunHermitian<TWide, TWideField>(eigh, wide.Pointer, rows, scale, y);
        else if (kernel is SvdKernel svd)
            RunSingular<TWide, TWideField>(svd, wide.Pointer, rows, columns, scale, y);
        else
            throw new ArgumentException($"{kernel}: no algorithm.", nameof(kernel));
    }

    private static void RunHermitian<TWide, TWideField>(EighKernel kernel, TWide* a, int n, double scale, nint[] y)
        where TWide : unmanaged
        where TWideField : IField<TWide>
    {
        for (int i = 0; i < n; i++)
        {
            a[(long)i * n + i] = TWideField.Make(TWideField.Real(a[(long)i * n + i]), 0);
            for (int j = i + 1; j < n; j++)
                if (kernel.Upper)
                    a[(long)j * n + i] = TWideField.Conjugate(a[(long)i * n + j]);
                else
                    a[(long)i * n + j] = TWideField.Conjugate(a[(long)j * n + i]);
        }
        using var values = new Scratch<double>(n);
        using var vectors = new Scratch<TWide>(kernel.Vectors ? (long)n * n : 0);
        bool exists = double.IsFinite(scale) && HermitianEigen<TWide, TWideField>.Run(a, n, values.Pointer, kernel.Vectors ? vectors.Pointer : null);
        StoreReal(values.Pointer, n, exists ? scale : double.NaN, y[0]);
        if (kernel.Vectors)
            Store<TWide, TWideField>(vectors.Pointer, (long)n * n, exists, y[1]);
    }

    private static void RunSingular<TWide, TWideField>(SvdKernel kernel, TWide* a, int rows, int columns, double scale, nint[] y)
        where TWide : unmanaged
        where TWideField : IField<TWide>
    {
        int count = Math.Min(rows, columns), width = kernel.Full ? rows : count, height = kernel.Full ? columns : count;
        using var u = new Scratch<TWide>((long)rows * width);
        using var values = new Scratch<double>(count);
        using var vh = new Scratch<TWide>((long)height * columns);
        bool exists = double.IsFinite(scale)
            && JacobiSvd<TWide, TWideField>.Run(a, rows, columns, kernel.Full, kernel.Vectors, u.Pointer, values.Pointer, vh.Pointer);
        StoreReal(values.Pointer, count, exists ? scale : double.NaN, y[kernel.Vectors ? 1 : 0]);
        if (!kernel.Vectors)
            return;
        Store<TWide, TWideField>(u.Pointer, (long)rows * width, exists, y[0]);
        Store<TWide, TWideField>(vh.Pointer, (long)height * columns, exists, y[2]);
    }

    // Of a that is still to be divided by a number, and that was or is to be by a scale.
    private static void RunGeneral<TAny, TAnyField, TReal>(EigKernel kernel, TAny* a, int n, double divisor, double scale, nint[] y)
        where TAny : unmanaged
        where TAnyField : IField<TAny>
        where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
    {
        var vectors = kernel.Vectors ? (Complex64*)y[1] : null;
        using var values = new Scratch<Complex>(n);
        bool exists = double.IsFinite(scale) && GeneralSpectrum<TAny, TAnyField, TReal>.Run(a, n, divisor, values.Pointer, vectors);
        for (int i = 0; i < n; i++)
            ((Complex64*)y[0])[i] = exists ? (Complex64)(values.Pointer[i] * scale) : new(float.NaN, float.NaN);
        if (!exists && kernel.Vectors)
            new Span<Complex64>(vectors, checked(n * n)).Fill(new(float.NaN, float.NaN));
    }

    // A power of two near the largest element that is read; NaN if one is not finite.
    private static double ScaleOf(LinearAlgebraKernel kernel, T* a, int rows, int columns)
    {
        double largest = 0, sum = 0;
        for (int i = 0; i < rows; i++)
        {
            int first = kernel is EighKernel { Upper: true } ? i : 0, end = kernel is EighKernel { Upper: false } ? i + 1 : columns;
            T* row = a + (long)i * columns;
            for (int j = first; j < end; j++)
            {
                double real = TField.Real(row[j]), imaginary = TField.Imaginary(row[j]);
                sum += (real - real) + (imaginary - imaginary);
                largest = Math.Max(largest, Math.Max(Math.Abs(real), Math.Abs(imaginary)));
            }
        }
        return sum != 0 ? double.NaN : Math.ScaleB(1, largest == 0 ? 0 : Math.Clamp(Math.ILogB(largest), -1000, 1000));
    }

    private static void Store<TWide, TWideField>(TWide* x, long count, bool exists, nint y)
        where TWide : unmanaged
        where TWideField : IField<TWide>
    {
        var result = (T*)y;
        for (long i = 0; i < count; i++)
            result[i] = exists ? TField.Make(TWideField.Real(x[i]), TWideField.Imaginary(x[i])) : TField.Make(double.NaN, 0);
    }

    private static void StoreReal(double* x, int count, double scale, nint y)
    {
        for (int i = 0; i < count; i++)
            if (TField.DType == DType.Float64)
                ((double*)y)[i] = x[i] * scale;
            else
                ((float*)y)[i] = (float)(x[i] * scale);
    }
}
