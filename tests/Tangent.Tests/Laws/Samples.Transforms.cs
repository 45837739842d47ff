namespace Tangent.Tests.Laws;

// Transforms are functions of arrays like others: the laws hold for what they make, and so for each within each.
public static partial class Samples
{
    private static readonly Func<NDArray, NDArray> CompiledWave = Mx.Compile((NDArray x) => Wave(x) * x);

    private static readonly Func<NDArray[], NDArray[]> SineByJvp = Mx.CustomFunction((NDArray[] x) => [Mx.Sin(x[0])], jvp: (x, dx) => [dx[0] * Mx.Cos(x[0])]);

    private static readonly Func<NDArray[], NDArray[]> SineByVjp = Mx.CustomFunction((NDArray[] x) => [Mx.Sin(x[0])], vjp: (x, ct, _) => [ct[0] * Mx.Cos(x[0])]);

    private static readonly Func<NDArray[], NDArray[]> ImportedWave = Export.Exported.Through(x => [Wave(x[0]) * x[1]], Mx.Zeros((2, 3), DType.Float64), Mx.Zeros((2, 3), DType.Float64));

    private static NDArray Wave(NDArray x) => Mx.Sin(x) * (x + 1);

    private static NDArray WaveSum(NDArray x) => Mx.Sum(Wave(x));

    private static IEnumerable<Sample> TransformFamily() =>
    [
        Of("Mx.Grad", "of a scalar", x => Mx.Grad(WaveSum)(x), (2, 3)),
        Of("Mx.ValueAndGrad", "both", x => { (NDArray value, NDArray gradient) = Mx.ValueAndGrad(WaveSum)(x); return value * gradient; }, (2, 3)),
        Of("Mx.Vjp", "of point and cotangent", (x, ct) => Mx.Vjp(Wave, x, ct).Cotangents, (2, 3), (2, 3)),
        Of("Mx.Jvp", "of point and tangent", (x, dx) => Mx.Jvp(Wave, x, dx).Tangents, (2, 3), (2, 3)),
        Of("Mx.JvpMany", "of point and tangents", (x, dx) => Mx.JvpMany(v => Wave(v) * Mx.Sum(v), x, dx).Tangents, 3, (2, 3)),
        Of("Mx.JacFwd", "of a vector, in chunks", x => Mx.JacFwd(v => Wave(v) * Mx.Sum(v), 2)(x), 3),
        Of("Mx.JacRev", "of a vector, in chunks", x => Mx.JacRev(v => Wave(v) * Mx.Sum(v), 2)(x), 3),
        Of("Mx.SparseJacobian", "of neighbours", x => Mx.SparseJacobian(v => Wave(v[1..]) * v[..^1])(x).Values, 4),
        Of("Mx.SparseJacobian", "of few rows", x => Mx.SparseJacobian(v => Mx.Sum(Mx.Reshape(Wave(v), (2, 3)), 1) * v[0])(x).ToDense(), 6),
        Of("Mx.Jet", "of point and derivatives", (x, dx) => Mx.Jet(v => Wave(v) / (2 + Mx.Sum(v * v)), x, [dx[0], dx[1], null]).Series[2], 3, (2, 3)),
        Of("Mx.JacFwd", "of a vector", x => Mx.JacFwd(v => Wave(v) * Mx.Sum(v))(x), 3),
        Of("Mx.JacRev", "of a vector", x => Mx.JacRev(v => Wave(v) * Mx.Sum(v))(x), 3),
        Of("Mx.Hessian", "of a scalar", x => Mx.Hessian(v => Mx.Sum(Wave(v) * Mx.Sum(v)))(x), 3),
        Of("Mx.Hvp", "of point and direction", (x, v) => { (NDArray gradient, NDArray product) = Mx.Hvp(WaveSum, x, v); return gradient + (product * x); }, (2, 3), (2, 3)),
        Of("Mx.Linearize", "of point and tangent", (x, dx) => Mx.Linearize(Wave, x).Push(dx), (2, 3), (2, 3)),
        new("Mx.LinearTranspose", "of matrix and cotangent", x => Mx.LinearTranspose(v => [Mx.MatMul(x[0], v[0])], [Mx.ZerosLike(x[0][0])])([x[1]]), Numbers((2, 3)), Numbers(2, seed: 1)),
        Of("Mx.Vmap", "of rows", x => Mx.Vmap(v => [Mx.Sum(v[0]) * Wave(v[0])])([x])[0], (3, 2)),
        Of("Mx.Vmap", "of columns, with an array for all", (x, y) => Mx.Vmap(v => [v[0] * Mx.Sin(v[1])], [1, null])([x, y])[0], (2, 3), 2),
        Of("Mx.Compile", "of an array", CompiledWave, (2, 3)),
        Of("Mx.Checkpoint", "of two arrays", Mx.Checkpoint((NDArray x, NDArray y) => Mx.Sin(x * y) * y), (2, 3), 3),
        Of("Mx.CustomFunction", "with a jvp", x => SineByJvp([x * x])[0], (2, 3)),
        Of("Mx.CustomFunction", "with a vjp", x => SineByVjp([x * x])[0], (2, 3)),
        Of("Mx.ImportFunction", "of two arrays", (x, y) => ImportedWave([x, y])[0], (2, 3), (2, 3)) with { NoNarrow = "it takes the types that it was exported for" },
        Evaluated("Mx.Eval", x => { NDArray y = Wave(x); Mx.Eval(y); return y * x; }),
        Evaluated("Mx.EvalAsync", x => { NDArray y = Wave(x); Mx.EvalAsync([y]).GetAwaiter().GetResult(); return y * x; }),
    ];

    private static Sample Evaluated(string op, Func<NDArray, NDArray> function) =>
        Of(op, "on the way", function, (2, 3)) with { NoVmap = "it computes values", NoCompile = "it computes values" };
}
