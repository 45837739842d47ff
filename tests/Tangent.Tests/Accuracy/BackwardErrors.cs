namespace Tangent.Tests.Accuracy;

/// <summary>
/// What decompositions make of matrices of every kind, as part of n·ε: the distance of the matrix from the product of its factors, beside the
/// size of the matrix (Frobenius). Products are taken in float64, where a complex number is a block of four real ones.
/// </summary>
internal static class BackwardErrors
{
    // Of fewer rows as much is allowed as of so many.
    private const int Least = 4;

    private static readonly Lazy<Dictionary<(string Measure, string Kind, DType DType), double>> Measured = new(MeasureAll);

    /// <summary>Matrices that were measured.</summary>
    public static int Count => AccuracyMatrices.DTypes.Length * AccuracyMatrices.Kinds.Length * AccuracyMatrices.Sizes.Count();

    /// <summary>The worst of each measure, by kind of matrix and type.</summary>
    public static IReadOnlyDictionary<(string Measure, string Kind, DType DType), double> Worst => Measured.Value;

    public static double Epsilon(DType dtype) => Math.ScaleB(1, dtype == DType.Float64 ? -52 : -23);

    /// <summary>Those of one matrix, of the decompositions that iterate, beside the size of the matrix.</summary>
    public static IEnumerable<(string Measure, double Error)> OfSpectra(NDArray a) =>
        Orthogonal(a, Wide(a), a.Shape[0]).Concat(Spectral(a, Wide(a), (a + AccuracyMatrices.Adjoint(a)) * 0.5));

    private static Dictionary<(string Measure, string Kind, DType DType), double> MeasureAll()
    {
        var worst = new Dictionary<(string Measure, string Kind, DType DType), double>();
        foreach (DType dtype in AccuracyMatrices.DTypes)
            foreach ((string kind, _) in AccuracyMatrices.Kinds)
                foreach ((int n, int seed) in AccuracyMatrices.Sizes)
                    foreach ((string measure, double error) in Measure(AccuracyMatrices.Make(kind, n, dtype, seed), n))
                    {
                        double part = error / (Math.Max(n, Least) * Epsilon(dtype));
                        if (!worst.TryGetValue((measure, kind, dtype), out double before) || !(part <= before))
                            worst[(measure, kind, dtype)] = part;
                    }
        return worst;
    }

    private static IEnumerable<(string Measure, double Error)> Measure(NDArray a, int n)
    {
        NDArray wide = Wide(a), hermitian = (a + AccuracyMatrices.Adjoint(a)) * 0.5, identity = AccuracyMatrices.Identity(n, a.DType);
        return [.. Direct(a, wide, identity, n), .. Orthogonal(a, wide, n), .. Spectral(a, wide, hermitian)];
    }

    private static IEnumerable<(string Measure, double Error)> Direct(NDArray a, NDArray wide, NDArray identity, int n)
    {
        NDArray square = Mx.MatMul(a, AccuracyMatrices.Adjoint(a)), positive = square + Mx.Max(Mx.Abs(square)) * identity * 0.01;
        NDArray c = Mx.Linalg.Cholesky(positive);
        yield return ("cholesky", Error(Wide(positive), Product(c, AccuracyMatrices.Adjoint(c))));
        (NDArray p, NDArray l, NDArray u) = Mx.Linalg.Lu(a);
        yield return ("lu", Error(wide, Product(Mx.TakeAlongAxis(l, Mx.ExpandDims(p, -1), -2), u)));
        NDArray system = a + identity * (2 * Mx.Max(Mx.Abs(a))), b = a[.., ..((n + 1) / 2)], x = Mx.Linalg.Solve(system, b);
        yield return ("solve", Size(Product(system, x) - Wide(b)) / (Size(Wide(system)) * Size(Wide(x))));
        NDArray inverse = Mx.Linalg.Inv(system);
        yield return ("inv", Size(Product(system, inverse) - Wide(identity)) / (Size(Wide(system)) * Size(Wide(inverse))));
    }

    private static IEnumerable<(string Measure, double Error)> Orthogonal(NDArray a, NDArray wide, int n)
    {
        (NDArray q, NDArray r) = Mx.Linalg.Qr(a);
        yield return ("qr", Error(wide, Product(q, r)));
        yield return ("qr: QᴴQ", Orthogonality(q));
        (NDArray u, NDArray s, NDArray vh) = Mx.Linalg.Svd(a);
        yield return ("svd", Error(wide, Product(u * s, vh)));
        yield return ("svd: UᴴU", Orthogonality(u));
        yield return ("svd: VᴴV", Orthogonality(AccuracyMatrices.Adjoint(vh)));
        yield return ("svd, values alone", Distance(s, Mx.Linalg.Svd(a, false)[0], wide));
        NDArray tall = a[.., ..((n + 1) / 2)];
        NDArray[] thin = Mx.Linalg.Svd(tall, true, false);
        yield return ("svd, tall", Error(Wide(tall), Product(thin[0] * thin[1], thin[2])));
        NDArray[] wider = Mx.Linalg.Svd(AccuracyMatrices.Adjoint(tall), true, false);
        yield return ("svd, wide", Error(Wide(AccuracyMatrices.Adjoint(tall)), Product(wider[0] * wider[1], wider[2])));
    }

    private static IEnumerable<(string Measure, double Error)> Spectral(NDArray a, NDArray wide, NDArray hermitian)
    {
        (NDArray w, NDArray v) = Mx.Linalg.Eigh(hermitian);
        yield return ("eigh", Error(Wide(hermitian), Product(v * w, AccuracyMatrices.Adjoint(v))));
        yield return ("eigh: VᴴV", Orthogonality(v));
        yield return ("eigvalsh", Distance(w, Mx.Linalg.EigValsh(hermitian), Wide(hermitian)));
        if (a.DType == DType.Float64)
            yield break;
        (NDArray values, NDArray vectors) = Mx.Linalg.Eig(a);
        NDArray columns = Wide(vectors), full = a.DType.IsComplex ? wide : Wide(a, true);
        double distance = Size(Mx.MatMul(full, columns) - Mx.MatMul(columns, Wide(Mx.Diag(values))));
        yield return ("eig", Size(full) == 0 ? distance : distance / Size(full));
    }

    private static double Error(NDArray expected, NDArray actual) => Size(expected) == 0 ? Size(actual) : Size(expected - actual) / Size(expected);

    private static double Distance(NDArray values, NDArray others, NDArray matrix) =>
        Size(matrix) == 0 ? Size(Wide(others)) : Size(Wide(values) - Wide(others)) / Size(matrix);

    private static double Orthogonality(NDArray q) =>
        Error(Wide(AccuracyMatrices.Identity(q.Shape[^1], q.DType)), Product(AccuracyMatrices.Adjoint(q), q));

    private static NDArray Product(NDArray x, NDArray y) => Mx.MatMul(Wide(x), Wide(y));

    private static double Size(NDArray x)
    {
        double largest = Mx.Max(Mx.Abs(x)).Item<double>();
        return largest == 0 || !double.IsFinite(largest) ? largest : largest * Mx.Sqrt(Mx.Sum(Mx.Square(x / largest))).Item<double>();
    }

    private static NDArray Wide(NDArray x, bool asComplex = false)
    {
        if (!x.DType.IsComplex && !asComplex)
            return Mx.AsType(x, DType.Float64);
        NDArray real = Mx.AsType(Mx.Real(x), DType.Float64), imaginary = x.DType.IsComplex ? Mx.AsType(Mx.Imag(x), DType.Float64) : Mx.ZerosLike(real);
        return x.NDim == 1 ? Mx.Concatenate([real, imaginary]) : Mx.Concatenate([Mx.Concatenate([real, -imaginary], 1), Mx.Concatenate([imaginary, real], 1)], 0);
    }
}
