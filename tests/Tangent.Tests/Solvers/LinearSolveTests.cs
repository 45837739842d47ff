using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Solvers;

public class LinearSolveTests
{
    private const int Size = 4;

    private static readonly NDArray Base = Mx.Reshape(new[] { 4.0, 1, 0.5, 0, 1, 5, -0.5, 0.2, 0.5, -0.5, 6, 1, 0, 0.2, 1, 3 }, (Size, Size));

    private static readonly NDArray Skew = Mx.Reshape(new[] { 0.0, 1, 2, 0, -1, 0, 0.5, 1, -2, -0.5, 0, 0.3, 0, -1, -0.3, 0 }, (Size, Size));

    private static readonly NDArray Right = new[] { 1.0, -2, 0.5, 3 };

    private static readonly Dictionary<string, LinearSolver?> Solvers = new()
    {
        ["as it chooses"] = null,
        ["dense"] = LinearSolver.Dense,
        ["gmres"] = LinearSolver.Gmres(1e-14),
        ["gmres with restarts"] = LinearSolver.Gmres(1e-14, maxIterations: 1000, restart: 2),
        ["bicgstab"] = LinearSolver.BiCgStab(1e-14),
        ["conjugate gradients"] = LinearSolver.ConjugateGradients(1e-14),
        ["conjugate gradients of a symmetric function"] = LinearSolver.ConjugateGradients(1e-14, isSymmetric: true),
    };

    public static TheoryData<string> Names => [.. Solvers.Keys];

    public static TheoryData<string> IterationNames => [.. Solvers.Where(solver => solver.Value is not (null or DenseSolver)).Select(solver => solver.Key)];

    // Symmetric at the point whatever p is; in other directions not.
    private static NDArray Matrix(string name, NDArray p) =>
        name.StartsWith("conjugate", StringComparison.Ordinal) ? Base + Mx.Outer(p, p) : Base + Skew + Mx.Outer(p, Mx.Sin(p));

    private static NDArray Solve(string name, NDArray matrix, NDArray b) => Mx.LinearSolve(v => Mx.MatMul(matrix, v), b, Solvers[name]);

    [Theory, MemberData(nameof(Names))]
    public void DerivativesAreThoseOfTheClosedForm(string name)
    {
        Func<NDArray, NDArray> f = p => Solve(name, Matrix(name, p), Mx.Exp(p)), closed = p => Mx.Linalg.Solve(Matrix(name, p), Mx.Exp(p));
        ClosedForm.Check(f, closed, Right * 0.3);
    }

    // The function is symmetric where it is, and its derivative in all entries is right nevertheless.
    [Fact]
    public void DerivativesInAMatrixThatNeedNotStaySymmetric()
    {
        ClosedForm.Check(
            m => Mx.LinearSolve(v => Mx.MatMul(Mx.Reshape(m, (Size, Size)), v), Right, LinearSolver.ConjugateGradients(1e-14)),
            m => Mx.Linalg.Solve(Mx.Reshape(m, (Size, Size)), Right),
            Mx.Flatten(Base));
    }

    [Theory, MemberData(nameof(Names))]
    public void ItIsLinearInTheRightSide(string name)
    {
        NDArray a = Matrix(name, Right * 0.1), c = Mx.Cos(Right);
        Func<NDArray[], NDArray[]> transposed = Mx.LinearTranspose(v => [Solve(name, a, v[0])], [Right]);
        ClosedForm.Near(Mx.Linalg.Solve(Mx.Transpose(a), c), transposed([c])[0], "transpose");
        ClosedForm.Near(Mx.Linalg.Solve(a, c), Mx.Linearize(v => Solve(name, a, v), Right).Push(c), "linearize");
    }

    [Theory, MemberData(nameof(Names))]
    public void ExamplesOfAMapStopByThemselves(string name)
    {
        NDArray scales = new[] { 1.0, 1e-6, 1e6, 0 }, p = Right * 0.1;
        NDArray mapped = Mx.Vmap((NDArray s) => Solve(name, Matrix(name, p) * (s + 1), Right * s))(scales);
        for (int i = 0; i < 4; i++)
            ClosedForm.Near(Mx.Linalg.Solve(Matrix(name, p) * (scales[i] + 1), Right * scales[i]), mapped[i], $"example {i}");
        NDArray grid = Mx.Vmap((NDArray row) => Mx.Vmap((NDArray s) => Solve(name, Matrix(name, p) * (s + 1), Right))(row))(Mx.Reshape(scales, (2, 2)));
        ClosedForm.Near(Mx.Linalg.Solve(Matrix(name, p), Right), grid[1, 1], "nested");
    }

    [Theory, MemberData(nameof(Names))]
    public void WhatIsSingularIsNaN(string name)
    {
        NDArray a = Mx.Outer(Right, Right), b = new[] { 1.0, 1, 1, 1 };
        Assert.All(Solve(name, a, b).ToArray<double>(), value => Assert.Equal(double.NaN, value));
        NDArray mapped = Mx.Vmap((NDArray s) => Solve(name, a + s * Base, b))(new[] { 0.0, 1.0 });
        Assert.True(double.IsNaN(mapped[0, 0].Item<double>()));
        ClosedForm.Near(Mx.Linalg.Solve(a + Base, b), mapped[1], "the other example");
    }

    [Theory, MemberData(nameof(IterationNames))]
    public void WhatDidNotConvergeIsNaN(string name)
    {
        LinearSolver solver = name.StartsWith("conj", StringComparison.Ordinal) ? LinearSolver.ConjugateGradients(maxIterations: 1)
            : name.StartsWith("bi", StringComparison.Ordinal) ? LinearSolver.BiCgStab(maxIterations: 1) : LinearSolver.Gmres(maxIterations: 1);
        NDArray x = Mx.LinearSolve(v => Mx.MatMul(Base, v), Right, solver);
        Assert.All(x.ToArray<double>(), value => Assert.Equal(double.NaN, value));
        NDArray poisoned = Solve(name, Base * double.NaN, Right), infinite = Solve(name, Base, Right * double.PositiveInfinity);
        Assert.All(poisoned.ToArray<double>().Concat(infinite.ToArray<double>()), value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void AnIterationGoesAsFarAsItsTolerance()
    {
        NDArray diagonal = Mx.Exp(Mx.Arange(0.0, 60, 1, DType.Float64) * 0.1), b = Mx.Sin(diagonal);
        foreach (double tolerance in (double[])[1e-1, 1e-3, 1e-7])
            foreach (LinearSolver solver in (LinearSolver[])[LinearSolver.ConjugateGradients(tolerance), LinearSolver.Gmres(tolerance), LinearSolver.BiCgStab(tolerance)])
            {
                NDArray x = Mx.LinearSolve(v => diagonal * v + 0.1 * Mx.Sum(v), b, solver), left = diagonal * x + 0.1 * Mx.Sum(x) - b;
                double part = (Mx.Norm(left) / Mx.Norm(b)).Item<double>();
                Assert.True(part <= tolerance && part > tolerance * 1e-3, $"{solver}: {part}");
            }
    }

    [Fact]
    public void WhatIsNotPositiveDefiniteIsSolvedOrNaN()
    {
        NDArray a = Mx.Diag(new[] { 1.0, -1, 2, -3 }), x = Mx.LinearSolve(v => Mx.MatMul(a, v), Right, LinearSolver.ConjugateGradients());
        foreach ((double value, double residual) in x.ToArray<double>().Zip((Mx.MatMul(a, x) - Right).ToArray<double>()))
            Assert.True(double.IsNaN(value) || Math.Abs(residual) < 1e-9);
    }

    // Its field of values holds zero: methods that look at one residual at a time stand still.
    [Fact]
    public void GmresTurnsARotation()
    {
        NDArray a = Mx.Reshape(new[] { 0.0, 1, -1, 0 }, (2, 2)), b = new[] { 1.0, 2 };
        ClosedForm.Near(new[] { -2.0, 1 }, Mx.LinearSolve(v => Mx.MatMul(a, v), b, LinearSolver.Gmres()), "rotation");
    }

    [Theory, MemberData(nameof(Names))]
    public void AnyScale(string name)
    {
        foreach (double scale in (double[])[1e-200, 1e-30, 1e30, 1e200])
            ClosedForm.Near(Mx.Linalg.Solve(Base, Right), Solve(name, Base, Right * scale) / scale, $"{scale}");
    }

    [Theory, MemberData(nameof(Names))]
    public void Float32AndComplex64(string name)
    {
        NDArray a = Mx.AsType(Matrix(name, Right * 0.1), DType.Float32), b = Mx.AsType(Right, DType.Float32);
        LinearSolver? solver = Solvers[name] switch { ConjugateGradientSolver => LinearSolver.ConjugateGradients(), GmresSolver => LinearSolver.Gmres(), BiCgStabSolver => LinearSolver.BiCgStab(), var dense => dense };
        NDArray x = Mx.LinearSolve(v => Mx.MatMul(a, v), b, solver);
        Assert.Equal(DType.Float32, x.DType);
        Assert.True(Mx.AllClose(Mx.MatMul(a, x), b, 1e-4, 1e-4).Item<bool>());
        var i = new System.Numerics.Complex(0, 1);
        NDArray hermitian = a + Mx.Transpose(a) + i * Mx.AsType(Skew, DType.Float32), c = b * (1 + i);
        NDArray z = Mx.LinearSolve(v => Mx.MatMul(hermitian, v), c, solver);
        Assert.Equal(DType.Complex64, z.DType);
        Assert.True(Mx.Max(Mx.Abs(Mx.MatMul(hermitian, z) - c)).Item<float>() < 1e-3);
        NDArray ct = Mx.Vjp(v => Mx.LinearSolve(u => Mx.MatMul(hermitian, u), v, solver), c, c).Cotangents;
        Assert.True(Mx.Max(Mx.Abs(Mx.MatMul(Mx.Conjugate(Mx.Transpose(hermitian)), ct) - c)).Item<float>() < 1e-3);
    }

    [Fact]
    public void AComplexFunctionThatIsLinearOverRealNumbersAloneIsNotSolvedWrongly()
    {
        NDArray b = Mx.AsType(Right, DType.Complex64) * new System.Numerics.Complex(1, 1);
        foreach (LinearSolver solver in (LinearSolver[])[LinearSolver.Dense, LinearSolver.Gmres()])
        {
            NDArray x = Mx.LinearSolve(v => v * 0.1 + Mx.Conjugate(v) * new System.Numerics.Complex(0.3, 1), b, solver);
            NDArray left = Mx.Abs(x * 0.1 + Mx.Conjugate(x) * new System.Numerics.Complex(0.3, 1) - b);
            Assert.True(Mx.All(Mx.IsNaN(left)).Item<bool>() || Mx.Max(left).Item<float>() < 1e-4);
        }
    }

    // Without an approximate inverse it takes hundreds of steps.
    [Fact]
    public void APreconditionerSavesStepsAndChangesNoDerivative()
    {
        NDArray diagonal = Mx.Exp(Mx.Arange(0.0, 40, 1, DType.Float64) * 0.6), b = Mx.Ones(40, DType.Float64);
        Func<NDArray, LinearSolver, NDArray> f = (s, solver) =>
        {
            NDArray d = diagonal * s;
            return Mx.LinearSolve(v => d * v + 0.1 * Mx.Sum(v), b, solver, v => v / d);
        };
        foreach (LinearSolver solver in (LinearSolver[])[LinearSolver.ConjugateGradients(maxIterations: 6), LinearSolver.Gmres(maxIterations: 6), LinearSolver.BiCgStab(maxIterations: 6)])
        {
            NDArray one = 1.0;
            one = Mx.AsType(one, DType.Float64);
            NDArray closed = Mx.Grad(s => Mx.Sum(Mx.Linalg.Solve(Mx.Diag(diagonal * s) + 0.1, b)))(one);
            ClosedForm.Near(closed, Mx.Grad(s => Mx.Sum(f(s, solver)))(one), "gradient");
            ClosedForm.Near(closed, Mx.Jvp(s => Mx.Sum(f(s, solver)), one, one).Tangents, "jvp");
        }
        Assert.True(Mx.IsNaN(Mx.LinearSolve(v => diagonal * v + 0.1 * Mx.Sum(v), b, LinearSolver.ConjugateGradients(maxIterations: 6))[0]).Item<bool>());
    }

    [Fact]
    public void ALargeSystemWithoutAMatrix()
    {
        const int n = 400;
        NDArray b = Mx.Sin(Mx.Arange(0.0, n, 1, DType.Float64));
        // −u'' + u with ends held at zero.
        NDArray Apply(NDArray v, NDArray k) { NDArray p = Mx.Pad(v, 1); return k * (2 * v - p[..^2] - p[2..]) + v; }
        NDArray matrix = Mx.JacFwd(v => Apply(v, 1.0))(b), closed = Mx.Linalg.Solve(matrix, b);
        foreach (LinearSolver? solver in (LinearSolver?[])[null, LinearSolver.ConjugateGradients(), LinearSolver.BiCgStab()])
            ClosedForm.Near(closed, Mx.LinearSolve(v => Apply(v, 1.0), b, solver), "solution");
        NDArray k = Mx.AsType(1.0, DType.Float64);
        NDArray gradient = Mx.Grad(k => Mx.Sum(Mx.Square(Mx.LinearSolve(v => Apply(v, k), b, LinearSolver.ConjugateGradients()))))(k);
        NDArray expected = Mx.Grad(k => Mx.Sum(Mx.Square(Mx.Linalg.Solve(Mx.Eye(n, dtype: DType.Float64) + k * (matrix - Mx.Eye(n, dtype: DType.Float64)), b))))(k);
        ClosedForm.Near(expected, gradient, "gradient");
    }

    [Fact]
    public void Trees()
    {
        (NDArray, NDArray) b = (Right, Mx.AsType(2.0, DType.Float64));
        NDArray whole = Mx.Linalg.Solve(Mx.Concatenate([Mx.Concatenate([Base, Mx.Ones((4, 1), DType.Float64)], 1), Mx.Concatenate([Mx.Zeros((1, 4), DType.Float64), Mx.Full((1, 1), 3.0, DType.Float64)], 1)]), Mx.Concatenate([Right, Mx.Full(1, 2.0, DType.Float64)]));
        foreach (string name in (string[])["dense", "gmres", "bicgstab"])
        {
            (NDArray x, NDArray y) = Mx.LinearSolve(v => (Mx.MatMul(Base, v.Item1) + v.Item2, 3 * v.Item2), b, Solvers[name]);
            ClosedForm.Near(whole[..4], x, "first");
            ClosedForm.Near(whole[4], y, "second");
            NDArray gradient = Mx.Grad(r => Mx.Sum(Mx.LinearSolve(v => (Mx.MatMul(Base, v.Item1) + v.Item2, 3 * v.Item2), (r, b.Item2), Solvers[name]).Item1))(Right);
            ClosedForm.Near(Mx.Linalg.Solve(Mx.Transpose(Base), Mx.Ones(4, DType.Float64)), gradient, "gradient");
        }
    }

    [Fact]
    public void WhatIsRefused()
    {
        Assert.Contains("LinearSolve: the function is not linear: Multiply", Assert.Throws<MissingRuleException>(() => Mx.LinearSolve(v => v * v, Right)).Message, StringComparison.Ordinal);
        Assert.Contains("LinearSolve: the function is not linear: Add", Assert.Throws<MissingRuleException>(() => Mx.LinearSolve(v => v + 1, Right)).Message, StringComparison.Ordinal);
        Assert.Contains("LinearSolve: the function is not linear", Assert.Throws<MissingRuleException>(() => Mx.LinearSolve(v => Right, Right)).Message, StringComparison.Ordinal);
        Assert.Contains("the preconditioner is not linear", Assert.Throws<MissingRuleException>(() => Mx.LinearSolve(v => 2 * v, Right, LinearSolver.Gmres(), v => v * v)).Message, StringComparison.Ordinal);
        Assert.Contains("LinearSolve: the function gives float64[3] for the float64[4] of b", Assert.Throws<ArgumentException>(() => Mx.LinearSolve(v => v[1..], Right)).Message, StringComparison.Ordinal);
        Assert.Contains("LinearSolve: b is int32", Assert.Throws<ArgumentException>(() => Mx.LinearSolve(v => v, new[] { 1, 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("LinearSolve: b is float16", Assert.Throws<ArgumentException>(() => Mx.LinearSolve(v => v, Mx.Zeros(2, DType.Float16))).Message, StringComparison.Ordinal);
        Assert.Contains("tolerance must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => LinearSolver.Gmres(0)).Message, StringComparison.Ordinal);
        Assert.Contains("maxIterations must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => LinearSolver.BiCgStab(maxIterations: 0)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void NoUnknownsAndNoExamples(string name)
    {
        Assert.Equal(0, Mx.LinearSolve(v => 2 * v, Mx.Zeros(0, DType.Float64), Solvers[name]).Size);
        Assert.Equal(new Shape([0, Size]), Mx.Vmap((NDArray v) => Solve(name, Base, v))(Mx.Zeros((0, Size), DType.Float64)).Shape);
        Assert.Equal([0.0, 0, 0, 0], Solve(name, Base, Mx.Zeros(Size, DType.Float64)).ToArray<double>());
    }

    // A step evaluates what the first call of the function left.
    [Fact]
    public void TheFunctionIsCalledAsOftenHoweverManyStepsThereAre()
    {
        int Calls(Func<Func<NDArray, NDArray>, NDArray> solve, Func<NDArray, NDArray> f)
        {
            int calls = 0;
            solve(v => { calls++; return f(v); }).Eval();
            return calls;
        }
        NDArray ones = Mx.Ones(60, DType.Float64), diagonal = Mx.Exp(Mx.Arange(0.0, 60, 1, DType.Float64) * 0.05);
        foreach (LinearSolver solver in (LinearSolver[])[LinearSolver.ConjugateGradients(), LinearSolver.Gmres(), LinearSolver.BiCgStab()])
            Assert.Equal(Calls(f => Mx.LinearSolve(f, ones, solver), v => v * 1.0), Calls(f => Mx.LinearSolve(f, ones, solver), v => diagonal * v));
        Assert.Equal(Calls(f => Mx.RootSolve(f, ones), v => v - 2.0), Calls(f => Mx.RootSolve(f, ones), v => Mx.Exp(v) - diagonal * 100));
        Assert.Equal(Calls(f => Mx.FixedPoint(f, ones), v => v * 1.0), Calls(f => Mx.FixedPoint(f, ones), v => Mx.Cos(v)));
    }

    // Hundreds of steps, of which an unrolled loop would hold some thousand operations.
    [Fact]
    public void ADerivativeHoldsNoSteps()
    {
        NDArray b = Mx.Ones(2_000, DType.Float64), scale = Mx.AsType(1.0, DType.Float64);
        NDArray Loss(NDArray s, int? most) => Mx.Sum(Mx.LinearSolve(
            v => { NDArray p = Mx.Pad(v, 1); return s * (2.002 * v - p[..^2] - p[2..]); }, b, LinearSolver.ConjugateGradients(maxIterations: most)));
        Assert.Equal(double.NaN, Loss(scale, 50).Item<double>());
        NDArray gradient = Mx.Grad(s => Loss(s, null))(scale);
        Assert.InRange(GraphSort.Order([gradient.Node], node => node.Inputs).Count, 10, 100);
        Assert.Equal(-1, gradient.Item<double>() / Loss(scale, null).Item<double>(), 1e-7);
    }
}
