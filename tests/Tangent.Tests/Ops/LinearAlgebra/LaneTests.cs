using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Ops.LinearAlgebra;

/// <summary>Many small matrices, which are computed one in a lane of a vector.</summary>
public class LaneTests
{
    // Fills no vector of any width.
    private const int Count = 37;

    private static readonly (string Name, Func<NDArray, NDArray[]> Run)[] Functions =
    [
        ("cholesky", a => [Mx.Linalg.Cholesky(Positive(a))]),
        ("cholesky, upper", a => [Mx.Linalg.Cholesky(Positive(a), true)]),
        ("lu", a => { (NDArray p, NDArray l, NDArray u) = Mx.Linalg.Lu(a); return [p, l, u]; }),
        ("lu_factor", a => { (NDArray lu, NDArray pivots) = Mx.Linalg.LuFactor(a); return [lu, pivots]; }),
        ("inv", a => [Mx.Linalg.Inv(a)]),
        ("solve", a => [Mx.Linalg.Solve(a, Mx.Flip(a, -1)[.., .., ..1]), Mx.Linalg.Solve(a, Mx.Flip(a, -1))]),
        ("solve, transposed", a => [Mx.Grad(b => Mx.Sum(Mx.Real(Mx.Linalg.Solve(a, b))))(Mx.Flip(a, -1))]),
        ("solve_triangular", a => [Mx.Linalg.SolveTriangular(a, Mx.Flip(a, -1)), Mx.Linalg.SolveTriangular(a, Mx.Flip(a, -1), true)]),
        ("det", a => [Mx.Linalg.Det(a), Mx.Linalg.SlogDet(a).Sign]),
        ("qr", a => { (NDArray q, NDArray r) = Mx.Linalg.Qr(a); return [q, r]; }),
        ("eigh", a => { (NDArray w, NDArray v) = Mx.Linalg.Eigh(Hermitian(a)); return [w, v, Mx.Linalg.EigValsh(Hermitian(a), "U")]; }),
        ("svd", a => { (NDArray u, NDArray s, NDArray vt) = Mx.Linalg.Svd(a); return [u, s, vt, Mx.Linalg.SingularValues(a)]; }),
    ];

    public static TheoryData<string, DType> Cases
    {
        get
        {
            var cases = new TheoryData<string, DType>();
            foreach ((string name, _) in Functions)
                foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
                    cases.Add(name, dtype);
            return cases;
        }
    }

    public static TheoryData<string, int, DType> Kinds
    {
        get
        {
            var cases = new TheoryData<string, int, DType>();
            foreach (string kind in new[] { "random", "graded", "rank-deficient", "repeated", "badly scaled", "large", "small", "diagonal" })
                foreach (int n in new[] { 1, 2, 3, 5, 8, 13, 20, 32 })
                    foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
                        cases.Add(kind, n, dtype);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void AMatrixAloneGivesTheBitsThatItGivesAmongOthers(string name, DType dtype)
    {
        foreach (int n in new[] { 1, 2, 5, 8 })
        {
            NDArray a = Batch("random", n, dtype);
            NDArray[] all = Run(name, a);
            for (int i = 0; i < Count; i += 6)
                Same(Run(name, a[i..(i + 1)]), all, i, $"{name}, {dtype} {n}");
        }
    }

    // Whatever is out of the ordinary is computed by the algorithms for one matrix, whichever way it comes there.
    [Theory, MemberData(nameof(Cases))]
    public void WhatIsOutOfTheOrdinaryLeavesItsNeighboursAlone(string name, DType dtype)
    {
        foreach (int n in new[] { 3, 8, 12 })
        {
            NDArray a = Batch("random", n, dtype);
            NDArray[] expected = Run(name, a);
            NDArray mixed = a.Share();
            NDArray[] odd = [a[0] * double.NaN, a[0] + double.PositiveInfinity, a[0] * 0, Mx.ZerosLike(a[0]) + 1, Mx.Where(Mx.Tri(n, n, 0, DType.Bool), a[0], 0), a[0] * 1e-39];
            for (int i = 0; i < odd.Length; i++)
                mixed[5 * i + 2] = odd[i];
            NDArray[] actual = Run(name, mixed);
            for (int i = 0; i < Count; i++)
                if (i % 5 != 2 || i / 5 >= odd.Length)
                    Same([.. expected.Select(y => y[i..(i + 1)])], actual, i, $"{name}, {dtype} {n}");
                else if (i == 2 && name is not ("lu" or "lu_factor" or "solve_triangular"))
                    Assert.All(Numbers(actual[0][i]), value => Assert.True(double.IsNaN(value), $"{name}, {dtype} {n}: {value} from NaN"));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void BackwardErrorsAreSmall(string kind, int n, DType dtype)
    {
        NDArray a = Batch(kind, n, dtype), identity = Mx.Eye(n, n, 0, dtype);
        string what = $"{kind}, {dtype} {n}:";
        (NDArray q, NDArray r) = Mx.Linalg.Qr(a);
        Near(a, Mx.MatMul(q, r), Sizes(a), n, $"{what} qr");
        Near(identity, Mx.MatMul(Adjoint(q), q), Sizes(identity), n, $"{what} qᴴ·q");
        (NDArray p, NDArray l, NDArray u) = Mx.Linalg.Lu(a);
        Near(a, Mx.MatMul(Mx.TakeAlongAxis(l, Mx.ExpandDims(p, -1), -2), u), Sizes(a), n, $"{what} lu");
        (NDArray left, NDArray s, NDArray right) = Mx.Linalg.Svd(a);
        Near(a, Mx.MatMul(left * Mx.ExpandDims(s, -2), right), Sizes(a), n, $"{what} svd");
        Near(identity, Mx.MatMul(Adjoint(left), left), Sizes(identity), n, $"{what} uᴴ·u");
        Near(identity, Mx.MatMul(right, Adjoint(right)), Sizes(identity), n, $"{what} v·vᴴ");
        NDArray h = Hermitian(a);
        foreach (string uplo in new[] { "L", "U" })
        {
            (NDArray w, NDArray v) = Mx.Linalg.Eigh(h, uplo);
            Near(h, Mx.MatMul(v * Mx.ExpandDims(w, -2), Adjoint(v)), Sizes(h), n, $"{what} eigh {uplo}");
            Near(identity, Mx.MatMul(Adjoint(v), v), Sizes(identity), n, $"{what} vᴴ·v {uplo}");
            Assert.True(Mx.All(Mx.LessEqual(w[.., ..^1], w[.., 1..])).Item<bool>(), $"{what} order");
        }
        Assert.True(Mx.All(Mx.GreaterEqual(s[.., ..^1], s[.., 1..])).Item<bool>(), $"{what} order of singular values");
        if (kind is "large" or "small")
            return;
        NDArray positive = Positive(a);
        foreach (bool upper in new[] { false, true })
        {
            NDArray c = Mx.Linalg.Cholesky(positive, upper);
            Near(positive, upper ? Mx.MatMul(Adjoint(c), c) : Mx.MatMul(c, Adjoint(c)), Sizes(positive), n, $"{what} cholesky");
        }
    }

    [Theory]
    [InlineData(5, 3), InlineData(3, 5), InlineData(8, 1), InlineData(1, 8), InlineData(17, 6), InlineData(6, 17)]
    public void MatricesThatAreNotSquareAreComputedToo(int rows, int columns)
    {
        foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
        {
            NDArray a = Batch("random", Math.Max(rows, columns), dtype)[.., ..rows, ..columns];
            int n = Math.Max(rows, columns), count = Math.Min(rows, columns);
            string what = $"{rows}x{columns} {dtype}";
            foreach (bool complete in new[] { false, true })
            {
                (NDArray q, NDArray r) = Mx.Linalg.Qr(a, complete);
                Near(a, Mx.MatMul(q, r), Sizes(a), n, $"{what} qr");
                NDArray unit = Mx.Eye(q.Shape[^1], q.Shape[^1], 0, dtype);
                Near(unit, Mx.MatMul(Adjoint(q), q), Sizes(unit), n, $"{what} qᴴ·q");
                NDArray[] svd = Mx.Linalg.Svd(a, true, complete);
                Near(a, Mx.MatMul(svd[0][.., .., ..count] * Mx.ExpandDims(svd[1], -2), svd[2][.., ..count]), Sizes(a), n, $"{what} svd");
                foreach (NDArray x in new[] { svd[0], Adjoint(svd[2]) })
                    Near(Mx.Eye(x.Shape[^1], x.Shape[^1], 0, dtype), Mx.MatMul(Adjoint(x), x), Sizes(Mx.Eye(x.Shape[^1], x.Shape[^1], 0, dtype)), n, $"{what} vectors");
            }
            (NDArray p, NDArray l, NDArray u) = Mx.Linalg.Lu(a);
            Near(a, Mx.MatMul(Mx.TakeAlongAxis(l, Mx.ExpandDims(p, -1), -2), u), Sizes(a), n, $"{what} lu");
        }
    }

    [Theory]
    [InlineData(3, 1), InlineData(8, 5), InlineData(7, 30), InlineData(20, 20), InlineData(30, 2)]
    public void SolutionsHaveSmallResiduals(int n, int columns)
    {
        foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
        {
            NDArray a = Batch("random", n, dtype), b = Batch("random", Math.Max(n, columns), dtype)[.., ..n, ..columns] + 0.5;
            string what = $"{n}, {columns} right sides, {dtype}";
            NDArray x = Mx.Linalg.Solve(a, b);
            Near(b, Mx.MatMul(a, x), Sizes(a) * Sizes(x), n, $"{what} solve");
            NDArray transposed = Mx.Vjp(y => [Mx.Linalg.Solve(a, y[0])], [b], [b]).Cotangents[0];
            NDArray flipped = Adjoint(a);
            Near(b, Mx.MatMul(flipped, transposed), Sizes(a) * Sizes(transposed), n, $"{what} transposed solve");
            NDArray t = Mx.Tril(a) + Mx.Eye(n, n, 0, dtype) * n;
            x = Mx.Linalg.SolveTriangular(t, b);
            Near(b, Mx.MatMul(t, x), Sizes(t) * Sizes(x), n, $"{what} lower");
            x = Mx.Linalg.SolveTriangular(Adjoint(t), b, true);
            Near(b, Mx.MatMul(Adjoint(t), x), Sizes(t) * Sizes(x), n, $"{what} upper");
            NDArray inverse = Mx.Linalg.Inv(t);
            Near(Mx.Eye(n, n, 0, dtype), Mx.MatMul(t, inverse), Sizes(t) * Sizes(inverse), n, $"{what} inverse");
        }
    }

    [Fact]
    public void TheBitsDoNotDependOnThreads()
    {
        NDArray a = Mx.Random.Normal((5000, 8, 8)).Eval();
        int before = Mx.GetThreads();
        float[] At(int threads)
        {
            Mx.SetThreads(threads);
            return [.. Functions.Where(function => function.Name != "solve, transposed").SelectMany(function => Run(function.Name, a)).SelectMany(y => Mx.AsType(y, DType.Float32).ToArray<float>())];
        }
        try
        {
            Assert.Equal(At(1), At(4));
        }
        finally
        {
            Mx.SetThreads(before);
        }
    }

    private static NDArray[] Run(string name, NDArray a) => Functions.Single(function => function.Name == name).Run(a);

    private static NDArray Positive(NDArray a)
    {
        NDArray square = Mx.MatMul(a, Adjoint(a));
        return square + (Mx.Max(Mx.Abs(square), new Axes([-2, -1]), true) * 0.01 + 0.1) * Mx.Eye(a.Shape[^1], a.Shape[^1], 0, a.DType);
    }

    private static NDArray Hermitian(NDArray a) => (a + Adjoint(a)) * 0.5;

    private static NDArray Adjoint(NDArray x) => Mx.Conjugate(Mx.SwapAxes(x, -1, -2));

    private static NDArray Batch(string kind, int n, DType dtype)
    {
        var random = new Random(n);
        NDArray Uniform(params int[] shape) => Mx.Reshape(Mx.Array([.. Enumerable.Range(0, shape.Aggregate(1, (x, y) => x * y)).Select(_ => random.NextDouble() * 2 - 1)]), shape);
        NDArray a = Uniform(Count, n, n);
        bool isSingle = dtype != DType.Float64;
        double[] scales = [.. Enumerable.Range(0, n).Select(i => kind switch
        {
            "graded" => Math.Pow(10, -6.0 * i / n),
            "badly scaled" => Math.Pow(10, random.Next(-8, 8)),
            "large" => isSingle ? 1e36 : 1e300,
            "small" => isSingle ? 1e-34 : 1e-300,
            _ => 1,
        })];
        a *= Mx.Array(scales);
        if (kind == "rank-deficient")
            a = Mx.MatMul(a[.., .., ..Math.Max(1, n / 2)], a[.., ..Math.Max(1, n / 2)]);
        if (kind == "repeated")
            a = Mx.Linalg.Qr(a).Q * Mx.Array([.. Enumerable.Range(0, n).Select(i => (double)(1 + i % 2))]);
        if (kind == "diagonal")
            a *= Mx.Eye(n, n, 0, DType.Float64);
        return dtype == DType.Complex64 ? Mx.AsType(a, dtype) + Mx.AsType(Mx.Flip(a, 0), dtype) * Mx.Array(new Complex64[] { new(0, 1) }) : Mx.AsType(a, dtype);
    }

    private static double[] Numbers(NDArray x) =>
        x.DType == DType.Complex64 ? [.. x.ToArray<Complex64>().Select(value => (double)value.Real)] : Mx.AsType(x, DType.Float64).ToArray<double>();

    private static void Same(NDArray[] one, NDArray[] all, int place, string what)
    {
        for (int i = 0; i < one.Length; i++)
        {
            NDArray expected = one[i][0], actual = all[i][place];
            if (expected.DType == DType.Complex64)
                (expected, actual) = (Mx.View(Mx.ExpandDims(expected, -1), DType.Float32), Mx.View(Mx.ExpandDims(actual, -1), DType.Float32));
            Assert.True(Mx.AsType(expected, DType.Float64).ToArray<double>().SequenceEqual(Mx.AsType(actual, DType.Float64).ToArray<double>()), $"{what}: result {i} of matrix {place}");
        }
    }

    // Frobenius's norms [count, 1, 1] in float64, which no square of a float32 leaves.
    private static NDArray Sizes(NDArray x)
    {
        NDArray parts = x.DType == DType.Complex64 ? Mx.Stack([Mx.Real(x), Mx.Imag(x)], 0) : Mx.ExpandDims(x, 0);
        parts = Mx.AsType(parts, DType.Float64);
        NDArray scale = Mx.Maximum(Mx.Max(Mx.Abs(parts)), 1e-300);
        return scale * Mx.Sqrt(Mx.Sum(Mx.Square(parts / scale), new Axes([0, -2, -1]), true))[0];
    }

    private static void Near(NDArray expected, NDArray actual, NDArray sizes, int n, string what)
    {
        double epsilon = actual.DType == DType.Float64 ? 2.2e-16 : 1.2e-7;
        double worst = Mx.Max(Sizes(expected - actual) / Mx.Maximum(sizes, 1e-300)).Item<double>();
        Assert.True(worst <= 4 * Math.Max(n, 4) * epsilon, $"{what}: {worst / epsilon / n:F1} n·ε");
    }
}
