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
    // From here on products of blocks win more than they cost.
    private const int LeastForBlocks = 48;

    /// <summary>Runs a kernel on dense a [rows, columns].</summary>
    public static void Run(LinearAlgebraKernel kernel, T* a, int rows, int columns, nint[] y)
    {
        if (Math.Min(rows, columns) >= LeastForBlocks)
            RunInBlocks(kernel, a, rows, columns, y);
        else if (kernel is EigKernel { Vectors: var vectors })
            RunGeneral(a, rows, vectors, y);
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
        double scale = ScaleOf(a, (long)rows * columns);
        if (kernel is EigKernel eig)
        {
            using var eigenvalues = new Scratch<Complex>(rows);
            bool exists = double.IsFinite(scale)
                && GeneralSpectrum<T, TField, TReal>.Run(a, rows, scale, eigenvalues.Pointer, eig.Vectors ? (Complex64*)y[1] : null);
            StoreComplex(eigenvalues.Pointer, rows, exists ? scale : double.NaN, y[0]);
            if (eig.Vectors && !exists)
                new Span<Complex64>((Complex64*)y[1], rows * rows).Fill(new(float.NaN, float.NaN));
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
        double scale = Widen<TWide, TWideField>(a, (long)rows * columns, wide.Pointer);
        if (kernel is EighKernel eigh)
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

    private static void RunGeneral(T* a, int n, bool wantsVectors, nint[] y)
    {
        using var wide = new Scratch<Complex>((long)n * n);
        double scale = Widen<Complex, WideComplexField>(a, (long)n * n, wide.Pointer);
        using var values = new Scratch<Complex>(n);
        using var vectors = new Scratch<Complex>((long)n * n);
        bool exists = double.IsFinite(scale)
            && GeneralEigen.Run(wide.Pointer, n, !TField.DType.IsComplex, values.Pointer, wantsVectors ? vectors.Pointer : null);
        StoreComplex(values.Pointer, n, exists ? scale : double.NaN, y[0]);
        if (!wantsVectors)
            return;
        var result = (Complex64*)y[1];
        for (long i = 0; i < (long)n * n; i++)
            result[i] = exists ? (Complex64)vectors.Pointer[i] : new(float.NaN, float.NaN);
    }

    // The matrix divided by a power of two, which is returned; NaN or infinity if an element is.
    private static double Widen<TWide, TWideField>(T* a, long count, TWide* wide)
        where TWide : unmanaged
        where TWideField : IField<TWide>
    {
        double scale = ScaleOf(a, count), factor = 1 / scale;
        for (long i = 0; i < count && double.IsFinite(scale); i++)
            wide[i] = TWideField.Make(TField.Real(a[i]) * factor, TField.Imaginary(a[i]) * factor);
        return scale;
    }

    // A power of two near the largest element; NaN if one is not finite.
    private static double ScaleOf(T* a, long count)
    {
        double largest = 0, sum = 0;
        for (long i = 0; i < count; i++)
        {
            double real = TField.Real(a[i]), imaginary = TField.Imaginary(a[i]);
            sum += (real - real) + (imaginary - imaginary);
            largest = Math.Max(largest, Math.Max(Math.Abs(real), Math.Abs(imaginary)));
        }
        if (sum != 0)
            return double.NaN;
        return Math.ScaleB(1, largest == 0 ? 0 : Math.Clamp(Math.ILogB(largest), -1000, 1000));
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

    private static void StoreComplex(Complex* x, int count, double scale, nint y)
    {
        for (int i = 0; i < count; i++)
            ((Complex64*)y)[i] = double.IsFinite(scale) ? (Complex64)(x[i] * scale) : new(float.NaN, float.NaN);
    }
}
