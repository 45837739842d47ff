namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<Sample> LinearAlgebraFamily() =>
    [
        .. Systems(),
        .. Factors(),
        .. Spectra(),
        .. MatrixFunctions(),
        .. NormsOfMatrices(),
    ];

    private static IEnumerable<Sample> Systems() =>
    [
        Algebra("Inv", "batch", x => [Mx.Linalg.Inv(Regular(x[0]))], Numbers((2, 3, 3))),
        Algebra("Inv", "complex", x => [Mx.Linalg.Inv(Regular(x[0]))], ComplexNumbers((3, 3))),
        Algebra("TriInv", "lower", x => [Mx.Linalg.TriInv(Regular(x[0]))], Numbers((2, 3, 3))),
        Algebra("TriInv", "upper, complex", x => [Mx.Linalg.TriInv(Regular(x[0]), true)], ComplexNumbers((3, 3))),
        Algebra("CholeskyInv", "lower", x => [Mx.Linalg.CholeskyInv(Regular(x[0]))], Numbers((2, 3, 3))),
        Algebra("CholeskyInv", "upper, complex", x => [Mx.Linalg.CholeskyInv(Regular(x[0]), true)], ComplexNumbers((3, 3))),
        Algebra("Solve", "matrices", x => [Mx.Linalg.Solve(Regular(x[0]), x[1])], Numbers((3, 3)), Numbers((3, 2), seed: 1)),
        Algebra("Solve", "one matrix, many right sides", x => [Mx.Linalg.Solve(Regular(x[0]), x[1])], Numbers((3, 3)), Numbers((2, 3, 2), seed: 1)),
        Algebra("Solve", "broadcast", x => [Mx.Linalg.Solve(Regular(x[0]), x[1])], Numbers((2, 1, 3, 3)), Numbers((2, 3, 1), seed: 1)),
        Algebra("Solve", "vector", x => [Mx.Linalg.Solve(Regular(x[0]), x[1])], Numbers((2, 3, 3)), Numbers(3, seed: 1)),
        Algebra("Solve", "complex", x => [Mx.Linalg.Solve(Regular(x[0]), x[1])], ComplexNumbers((3, 3)), ComplexNumbers((3, 2), seed: 1)),
        Algebra("Solve", "of the transpose", x => [Mx.Linalg.Solve(Mx.SwapAxes(Regular(x[0]), -1, -2), x[1])], Numbers((2, 3, 3)), Numbers((2, 3, 1), seed: 1)),
        Algebra("SolveTriangular", "lower", x => [Mx.Linalg.SolveTriangular(Regular(x[0]), x[1])], Numbers((3, 3)), Numbers((2, 3, 2), seed: 1)),
        Algebra("SolveTriangular", "upper, vector", x => [Mx.Linalg.SolveTriangular(Regular(x[0]), x[1], upper: true)], Numbers((2, 3, 3)), Numbers(3, seed: 1)),
        Algebra("SolveTriangular", "complex", x => [Mx.Linalg.SolveTriangular(Regular(x[0]), x[1], true)], ComplexNumbers((3, 3)), ComplexNumbers((3, 2), seed: 1)),
        Algebra("LstSq", "tall", x => [Mx.Linalg.LstSq(Tall(x[0]), x[1]).Solution], Numbers((2, 4, 2)), Numbers((4, 3), seed: 1)),
        Algebra("LstSq", "wide, vector", x => [Mx.Linalg.LstSq(Mx.SwapAxes(Tall(x[0]), 0, 1), x[1]).Solution], Numbers((4, 2)), Numbers(2, seed: 1)),
        Algebra("LstSq", "residuals and singular values", x => { var y = Mx.Linalg.LstSq(Tall(x[0]), x[1]); return [y.Residuals, y.SingularValues]; }, Numbers((4, 2)), Numbers((4, 3), seed: 1)),
    ];

    private static IEnumerable<Sample> Factors() =>
    [
        Algebra("Cholesky", "lower", x => [Mx.Linalg.Cholesky(Positive(x[0]))], Numbers((2, 3, 3))),
        Algebra("Cholesky", "upper", x => [Mx.Linalg.Cholesky(Positive(x[0]), upper: true)], Numbers((3, 3))),
        Algebra("Cholesky", "complex", x => [Mx.Linalg.Cholesky(Positive(x[0]))], ComplexNumbers((3, 3))),
        Algebra("Lu", "square", x => { (_, NDArray l, NDArray u) = Mx.Linalg.Lu(Regular(x[0])); return [l, u]; }, Numbers((2, 3, 3))),
        Algebra("Lu", "rows in another order", x => { (NDArray p, NDArray l, NDArray u) = Mx.Linalg.Lu(Mx.Flip(Regular(x[0]), -2)); return [Mx.TakeAlongAxis(l, Mx.ExpandDims(p, -1), -2), u]; }, Numbers((2, 3, 3))),
        Algebra("Lu", "tall", x => { (_, NDArray l, NDArray u) = Mx.Linalg.Lu(Tall(x[0])); return [l, u]; }, Numbers((4, 2))),
        Algebra("Lu", "wide, complex", x => { (_, NDArray l, NDArray u) = Mx.Linalg.Lu(Mx.SwapAxes(Tall(x[0]), -1, -2)); return [l, u]; }, ComplexNumbers((2, 4, 2))),
        Algebra("LuFactor", "batch", x => [Mx.Linalg.LuFactor(Regular(x[0])).Lu], Numbers((2, 3, 3))),
        Algebra("Qr", "square", x => Pair(Mx.Linalg.Qr(Regular(x[0]))), Numbers((2, 3, 3))),
        Algebra("Qr", "tall", x => Pair(Mx.Linalg.Qr(Tall(x[0]))), Numbers((2, 4, 2))),
        Algebra("Qr", "wide", x => Pair(Mx.Linalg.Qr(Mx.SwapAxes(Tall(x[0]), -1, -2))), Numbers((4, 2))),
        Algebra("Qr", "tall, complex", x => Pair(Mx.Linalg.Qr(Tall(x[0]))), ComplexNumbers((4, 2))),
        Algebra("Qr", "wide, complex", x => Pair(Mx.Linalg.Qr(Mx.SwapAxes(Tall(x[0]), -1, -2))), ComplexNumbers((4, 2))),
    ];

    // Values apart from each other; vectors only in what does not depend on their signs and phases.
    private static IEnumerable<Sample> Spectra() =>
    [
        Algebra("Eigh", "values and projectors", x => { (NDArray w, NDArray v) = Mx.Linalg.Eigh(Spread(x[0])); return [w, Projectors(v, v)]; }, Numbers((2, 3, 3))),
        Algebra("Eigh", "upper, complex", x => { (NDArray w, NDArray v) = Mx.Linalg.Eigh(Spread(x[0]), "U"); return [w, Projectors(v, v)]; }, ComplexNumbers((3, 3))),
        Algebra("Eigh", "vectors", x => [Mx.Linalg.Eigh(Spread(x[0])).V], Numbers((3, 3))),
        Algebra("Eigh", "tangent", x => [Mx.Jvp(v => [Mx.Linalg.Eigh(Spread(v[0])).V], x, [Mx.Cos(x[0])]).Tangents[0]], Numbers((3, 3))),
        Algebra("EigValsh", "batch", x => [Mx.Linalg.EigValsh(Spread(x[0]))], Numbers((2, 3, 3))),
        Algebra("EigValsh", "complex", x => [Mx.Linalg.EigValsh(Spread(x[0]), "U")], ComplexNumbers((3, 3))),
        Algebra("Eig", "values and projectors", x => { (NDArray w, NDArray v) = Mx.Linalg.Eig(Spread(x[0]) + x[0] * 0.2); return [Mx.Real(w), Projectors(v, v)]; }, Mx.AsType(Numbers((3, 3)), DType.Float32)) with { Tolerance = 2e-3 },
        Algebra("Eig", "complex", x => { (NDArray w, NDArray v) = Mx.Linalg.Eig(Spread(x[0]) + x[0] * 0.2); return [w, Projectors(v, v)]; }, ComplexNumbers((2, 3, 3))),
        Algebra("EigVals", "complex", x => [Mx.Linalg.EigVals(Spread(x[0]) + x[0] * 0.2)], ComplexNumbers((2, 3, 3))),
        Algebra("Svd", "square", x => { (NDArray u, NDArray s, NDArray vt) = Mx.Linalg.Svd(Spread(x[0])); return [s, Projectors(u, Mx.Conjugate(Mx.SwapAxes(vt, -1, -2)))]; }, Numbers((2, 3, 3))),
        Algebra("Svd", "vectors", x => Mx.Linalg.Svd(Spread(x[0]), true), Numbers((3, 3))),
        Algebra("Svd", "thin, tall", x => { NDArray[] y = Mx.Linalg.Svd(Tall(x[0]), true, false); return [y[1], Projectors(y[0], Mx.SwapAxes(y[2], -1, -2))]; }, Numbers((2, 4, 2))),
        Algebra("Svd", "thin, wide", x => { NDArray[] y = Mx.Linalg.Svd(Mx.SwapAxes(Tall(x[0]), -1, -2), true, false); return [y[1], Projectors(y[0], Mx.SwapAxes(y[2], -1, -2))]; }, Numbers((4, 2))),
        Algebra("Svd", "complex", x => { NDArray[] y = Mx.Linalg.Svd(Tall(x[0]), true, false); return [y[1], Projectors(y[0], Mx.Conjugate(Mx.SwapAxes(y[2], -1, -2)))]; }, ComplexNumbers((4, 2))),
        Algebra("Svd", "full, values alone", x => [Mx.Linalg.Svd(Tall(x[0])).S], Numbers((4, 2))),
        Algebra("SingularValues", "batch", x => [Mx.Linalg.SingularValues(Tall(x[0]))], Numbers((2, 4, 2))),
        Algebra("SingularValues", "complex", x => [Mx.Linalg.SingularValues(Tall(x[0]))], ComplexNumbers((4, 2))),
    ];

    private static IEnumerable<Sample> MatrixFunctions() =>
    [
        .. from n in new[] { 1, 2, 3, 4 } select Algebra("Det", $"{n} rows", x => [Mx.Linalg.Det(Regular(x[0]))], Numbers((2, n, n))) with { Tolerance = 1e-5 },
        Algebra("Det", "complex", x => [Mx.Linalg.Det(x[0])], ComplexNumbers((4, 4))),
        Algebra("Det", "singular", x => [Mx.Linalg.Det(x[0])], Mx.Array(Singular)) with { Tolerance = 1e-5 },
        Algebra("Det", "tangent", x => [Mx.Jvp(v => [Mx.Linalg.Det(v[0])], x, [Mx.Cos(x[0])]).Tangents[0]], Numbers((4, 4))),
        Algebra("SlogDet", "batch", x => [Mx.Linalg.SlogDet(Regular(x[0])).LogAbsDet], Numbers((2, 3, 3))),
        Algebra("SlogDet", "complex", x => { (NDArray sign, NDArray log) = Mx.Linalg.SlogDet(Regular(x[0])); return [sign, log]; }, ComplexNumbers((3, 3))),
        Algebra("PInv", "tall", x => [Mx.Linalg.PInv(Tall(x[0]))], Numbers((2, 4, 2))),
        Algebra("PInv", "wide, complex", x => [Mx.Linalg.PInv(Mx.SwapAxes(Tall(x[0]), -1, -2))], ComplexNumbers((4, 2))),
        Algebra("Expm", "batch", x => [Mx.Linalg.Expm(x[0])], Numbers((2, 3, 3))),
        Algebra("Expm", "large", x => [Mx.Linalg.Expm(x[0] * 9)], Numbers((2, 2), 0, 0.4)) with { Tolerance = 1e-4 },
        Algebra("Expm", "complex", x => [Mx.Linalg.Expm(x[0])], ComplexNumbers((2, 2))),
        Algebra("Expm", "tangent", x => [Mx.Jvp(v => [Mx.Linalg.Expm(v[0])], x, [Mx.Cos(x[0])]).Tangents[0]], Numbers((2, 2))),
        Algebra("MatrixPower", "five", x => [Mx.Linalg.MatrixPower(x[0], 5)], Numbers((2, 3, 3))),
        Algebra("MatrixPower", "minus two", x => [Mx.Linalg.MatrixPower(Regular(x[0]), -2)], Numbers((3, 3))),
        Algebra("MatrixRank", "batch", x => [Mx.Linalg.MatrixRank(x[0])], Numbers((2, 3, 3))) with { Constant = "it is a number of values" },
        Algebra("Cross", "three", x => [Mx.Linalg.Cross(x[0], x[1])], Numbers((2, 3)), Numbers((2, 3), seed: 1)),
        Algebra("Cross", "two by three, first axis", x => [Mx.Linalg.Cross(x[0], x[1], axis: 0)], Numbers((2, 2)), Numbers((3, 2), seed: 1)),
        Algebra("Cross", "two by two", x => [Mx.Linalg.Cross(x[0], x[1])], Numbers((3, 2)), Numbers(2, seed: 1)),
    ];

    private static IEnumerable<Sample> NormsOfMatrices() =>
    [
        Algebra("Norm", "all", x => [Mx.Linalg.Norm(x[0])], Numbers((2, 3))),
        Algebra("Norm", "complex", x => [Mx.Linalg.Norm(x[0], axis: -1)], ComplexNumbers((2, 3))),
        .. from order in new[] { -1, 0.5, 1, 2, 3, double.PositiveInfinity, double.NegativeInfinity }
            select Algebra("Norm", $"vectors, {order}", x => [Mx.Linalg.Norm(x[0], order, -1, true)], Numbers((2, 3), 0.2, 1)),
        .. from order in new[] { 1, -1, 2, -2, double.PositiveInfinity, double.NegativeInfinity }
            select Algebra("Norm", $"matrices, {order}", x => [Mx.Linalg.Norm(Spread(x[0]), order)], Numbers((3, 3), 0.2, 1)),
        Algebra("Norm", "fro", x => [Mx.Linalg.Norm(x[0], "fro", (0, 2), true)], Numbers((2, 3, 2))),
        Algebra("Norm", "nuc", x => [Mx.Linalg.Norm(Tall(x[0]), "nuc")], Numbers((4, 2))),
        Algebra("Norm", "number of elements", x => [Mx.Linalg.Norm(x[0], 0, -1)], Numbers((2, 3))) with { Constant = "it is a number of elements" },
        Algebra("MatrixNorm", "batch", x => [Mx.Linalg.MatrixNorm(x[0])], Numbers((2, 3, 3))),
        Algebra("MatrixNorm", "spectral", x => [Mx.Linalg.MatrixNorm(Spread(x[0]), 2, true)], Numbers((2, 3, 3))),
        Algebra("Cond", "2", x => [Mx.Linalg.Cond(Spread(x[0]))], Numbers((2, 3, 3))),
        Algebra("Cond", "fro", x => [Mx.Linalg.Cond(Regular(x[0]), "fro")], Numbers((2, 3, 3))),
        Algebra("Cond", "1", x => [Mx.Linalg.Cond(Regular(x[0]), 1)], Numbers((3, 3), 0.1, 1)),
    ];

    private static readonly double[,] Singular = { { 1, 2, 3, 4 }, { 2, 4, 6, 8 }, { 1, 0, 1, 0 }, { 0, 1, 0, 3 } };

    private static Sample Algebra(string op, string variant, Func<NDArray[], NDArray[]> function, params NDArray[] x) => new("Mx.Linalg." + op, variant, function, x)
    {
        NoNarrow = "linear algebra refuses 16-bit floats",
        Tolerance = x[0].DType == DType.Complex64 ? 2e-3 : 1e-6,
    };

    // Far from singular.
    private static NDArray Regular(NDArray x) => x + 3 * Mx.Eye(x.Shape[^1], x.Shape[^2], 0, x.DType);

    private static NDArray Positive(NDArray x) => Mx.MatMul(x, Mx.Conjugate(Mx.SwapAxes(x, -1, -2))) + 2 * Mx.Eye(x.Shape[^1], x.Shape[^2], 0, x.DType);

    // Independent columns.
    private static NDArray Tall(NDArray x) => x * 0.5 + Mx.AsType(Mx.Array(new double[,] { { 3, 0 }, { 0, 2 }, { 1, 1 }, { 0, 1 } }), x.DType);

    // Hermitian, with eigenvalues near 1, 4 and 9.
    private static NDArray Spread(NDArray x) => (x + Mx.Conjugate(Mx.SwapAxes(x, -1, -2))) * 0.25 + Mx.AsType(Mx.Diag(Mx.Array(new double[] { 1, 4, 9 })), x.DType);

    // uᵢ·vᵢᴴ weighed differently: what is left when signs and phases do not count.
    private static NDArray Projectors(NDArray u, NDArray v) =>
        Mx.MatMul(u * Mx.AsType(Mx.Array(Enumerable.Range(1, u.Shape[^1]).Select(i => (double)i).ToArray()), u.DType), Mx.Conjugate(Mx.SwapAxes(v, -1, -2)));

    private static NDArray[] Pair((NDArray Q, NDArray R) factors) => [factors.Q, factors.R];
}
