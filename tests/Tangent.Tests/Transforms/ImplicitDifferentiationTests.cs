using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>Solutions of equations, differentiated by a custom rule that solves a linear system by some solver.</summary>
public class ImplicitDifferentiationTests
{
    private const int Size = 3;

    private static readonly NDArray Point = new[] { 0.3, -0.5, 0.8 };

    private static readonly NDArray Base = Mx.Reshape(new[] { 4.0, 1.0, 0.5, 1.0, 5.0, -0.5, 0.5, -0.5, 6.0 }, (Size, Size));

    // All solve A·x = b and are linear in b; iterations go on until nothing changes.
    private static readonly Dictionary<string, Func<NDArray[], NDArray[]>> Solvers = new()
    {
        ["elimination"] = v => [Eliminate(v[0], v[1])],
        ["checkpointed elimination"] = Mx.Checkpoint((NDArray[] v) => [Eliminate(v[0], v[1])]),
        ["checkpointed Jacobi"] = Mx.Checkpoint((NDArray[] v) => [Jacobi(v[0], v[1])]),
        ["checkpointed Richardson, nested"] = Mx.Checkpoint(Mx.Checkpoint((NDArray[] v) => [Richardson(v[0], v[1])])),
        ["custom Richardson without rules"] = Mx.CustomFunction(v => [Richardson(v[0], v[1])]),
        ["custom Jacobi with a jvp"] = OwnJvp(v => [Jacobi(v[0], v[1])]),
        ["custom elimination with a jvp, checkpointed"] = Mx.Checkpoint(OwnJvp(v => [Eliminate(v[0], v[1])])),
        ["custom conjugate gradients with a vjp"] = OwnVjp(ConjugateGradients),
        ["custom, checkpointed conjugate gradients with a vjp"] = OwnVjp(Mx.Checkpoint((NDArray[] v) => ConjugateGradients(v))),
        ["custom conjugate gradients with both rules"] = BothRules(ConjugateGradients),
        ["compiled elimination"] = Mx.Compile((NDArray[] v) => [Eliminate(v[0], v[1])]),
    };

    public static TheoryData<string> Names => [.. Solvers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void SolutionOfALinearSystem(string solver) => Check(p => Solution(Solvers[solver], p), p => Eliminate(Matrix(p), RightSide(p)));

    [Theory, MemberData(nameof(Names))]
    public void SolutionThatTheRuleCaptures(string solver) => Check(p => Captured(Solvers[solver], p), p => Eliminate(Matrix(p), RightSide(p)));

    [Theory, MemberData(nameof(Names))]
    public void FixedPoint(string solver) => Check(p => Fixed(Solvers[solver], p), Iterated);

    [Fact]
    public void ARuleThatOnlyCallsTheFunctionIsRefusedWhereItsOperationsAreNotLinear()
    {
        Func<NDArray[], NDArray[]> solver = OwnJvp(ConjugateGradients);
        var refused = Assert.Throws<MissingRuleException>(() => Mx.LinearTranspose(v => solver([Base, v[0]]), [Point])([Point]));
        Assert.Equal("CustomFunction", refused.Transform);
    }

    private static void Check(Func<NDArray, NDArray> f, Func<NDArray, NDArray> expected)
    {
        const double tolerance = 1e-6;
        Func<NDArray[], NDArray[]> many = x => [f(x[0])];
        Law.Derivatives(many, [Point], tolerance);
        Law.Vmap(many, [Point]);
        Func<NDArray, NDArray> loss = p => Mx.Sum(Mx.Sin(f(p)) * f(p)), plain = p => Mx.Sum(Mx.Sin(expected(p)) * expected(p));
        Near(Mx.JacFwd(expected)(Point), Mx.JacFwd(f)(Point), "JacFwd");
        Near(Mx.JacFwd(expected)(Point), Mx.JacRev(f)(Point), "JacRev");
        Near(Mx.Grad(plain)(Point), Mx.Grad(loss)(Point), "Grad");
        Near(Mx.Hessian(plain)(Point), Mx.Hessian(loss)(Point), "Hessian");
        Near(Mx.Hvp(plain, Point, Point).Product, Mx.Hvp(loss, Point, Point).Product, "Hvp");
        Near(Mx.JacRev(Mx.Grad(plain))(Point), Mx.JacRev(Mx.Grad(loss))(Point), "reverse over reverse");
        Near(Mx.Grad(v => Mx.Sum(Mx.Jvp(plain, v, Point).Tangents))(Point), Mx.Grad(v => Mx.Sum(Mx.Jvp(loss, v, Point).Tangents))(Point), "reverse over forward");
        NDArray batch = Mx.Stack([Point, Point * 0.5, -Point]);
        Near(Mx.Vmap(v => [Mx.Grad(plain)(v[0])])([batch])[0], Mx.Vmap(v => [Mx.Grad(loss)(v[0])])([batch])[0], "Vmap of Grad");
        Near(Mx.Vmap(v => [Mx.Grad(plain)(v[0])])([batch])[0], Mx.Grad(v => Mx.Sum(Mx.Vmap(u => [loss(u[0])])([v])[0]))(batch), "Grad of Vmap");
        Near(Mx.Grad(plain)(Point), Mx.Compile(Mx.Grad(loss))(Point), "compiled Grad");
    }

    private static void Near(NDArray expected, NDArray actual, string what)
    {
        double[] first = expected.ToArray<double>(), second = actual.ToArray<double>();
        Assert.Equal(first.Length, second.Length);
        for (int i = 0; i < first.Length; i++)
            Assert.True(Math.Abs(first[i] - second[i]) <= 1e-9 * Math.Max(1, Math.Abs(first[i])), $"{what}: element {i} is {second[i]:R}, not {first[i]:R}");
    }

    // dx solves A·dx = db − dA·x.
    private static NDArray Solution(Func<NDArray[], NDArray[]> solver, NDArray p) => Mx.CustomFunction(
        v => [Eliminate(Matrix(v[0]), RightSide(v[0]))],
        jvp: (v, dv) =>
        {
            NDArray x = Eliminate(Matrix(v[0]), RightSide(v[0]));
            (NDArray a, NDArray da) = Mx.Jvp(Matrix, v[0], dv[0]);
            NDArray db = Mx.Jvp(RightSide, v[0], dv[0]).Tangents;
            return solver([a, db - Mx.MatMul(da, x)]);
        })([p])[0];

    // The rule speaks for the right side; the matrix is differentiated through the elimination.
    private static NDArray Captured(Func<NDArray[], NDArray[]> solver, NDArray p)
    {
        NDArray a = Matrix(p);
        return Mx.CustomFunction(v => [Eliminate(a, v[0])], jvp: (_, dv) => solver([a, dv[0]]))([RightSide(p)])[0];
    }

    private static NDArray Fixed(Func<NDArray[], NDArray[]> solver, NDArray p) => Mx.CustomFunction(
        v => [Iterated(v[0])],
        jvp: (v, dv) =>
        {
            NDArray x = Iterated(v[0]);
            NDArray slope = Mx.JacFwd(u => Step(u, v[0]))(x);
            NDArray known = Mx.Jvp(u => Step(x, u), v[0], dv[0]).Tangents;
            // Five times the system, so that its diagonal is that for which the iterations are tuned.
            return solver([5 * (Mx.Eye(Size, dtype: DType.Float64) - slope), 5 * known]);
        })([p])[0];

    private static NDArray Iterated(NDArray p)
    {
        NDArray x = p * 0.0;
        for (int i = 0; i < 40; i++)
            x = Step(x, p);
        return x;
    }

    // The slope is symmetric, as conjugate gradients need it, and at most a quarter.
    private static NDArray Step(NDArray x, NDArray p) => Mx.Cos(p) + 0.1 * Mx.Sin(x) + 0.05 * Mx.Sin(Mx.Sum(x));

    private static NDArray Matrix(NDArray p) => Base + 0.5 * Mx.Outer(Mx.Sin(p), Mx.Sin(p));

    private static NDArray RightSide(NDArray p) => Mx.Exp(p) + p[0];

    private static Func<NDArray[], NDArray[]> OwnJvp(Func<NDArray[], NDArray[]> solve)
    {
        Func<NDArray[], NDArray[]> solver = null!;
        solver = Mx.CustomFunction(solve, jvp: (v, dv) => solver([v[0], dv[1] - Mx.MatMul(dv[0], solver(v)[0])]));
        return solver;
    }

    private static Func<NDArray[], NDArray[]> OwnVjp(Func<NDArray[], NDArray[]> solve)
    {
        Func<NDArray[], NDArray[]> solver = null!;
        solver = Mx.CustomFunction(solve, vjp: (v, ct, x) => Adjoint(solver, v[0], ct[0], x[0]));
        return solver;
    }

    private static Func<NDArray[], NDArray[]> BothRules(Func<NDArray[], NDArray[]> solve)
    {
        Func<NDArray[], NDArray[]> solver = null!;
        solver = Mx.CustomFunction(
            solve,
            jvp: (v, dv) => solver([v[0], dv[1] - Mx.MatMul(dv[0], solver(v)[0])]),
            vjp: (v, ct, x) => Adjoint(solver, v[0], ct[0], x[0]));
        return solver;
    }

    private static NDArray[] Adjoint(Func<NDArray[], NDArray[]> solver, NDArray a, NDArray ct, NDArray x)
    {
        NDArray adjoint = solver([Mx.Transpose(a), ct])[0];
        return [-Mx.Outer(adjoint, x), adjoint];
    }

    private static NDArray Eliminate(NDArray a, NDArray b)
    {
        NDArray x = Mx.ExpandDims(b, 1);
        for (int i = 0; i < Size; i++)
        {
            NDArray row = a[i] / a[i, i], value = x[i] / a[i, i];
            NDArray rest = Mx.Where(Mx.ExpandDims(Mx.Equal(Mx.Arange(Size), i), 1), 0.0, a[.., i..(i + 1)]);
            NDArray pivot = Mx.ExpandDims(Mx.Equal(Mx.Arange(Size), i), 1);
            a = Mx.Where(pivot, row, a - rest * row);
            x = Mx.Where(pivot, value, x - rest * value);
        }
        return x[.., 0];
    }

    private static NDArray Jacobi(NDArray a, NDArray b)
    {
        NDArray diagonal = Mx.Diagonal(a);
        NDArray x = b / diagonal;
        for (int i = 0; i < 40; i++)
            x += (b - Mx.MatMul(a, x)) / diagonal;
        return x;
    }

    private static NDArray Richardson(NDArray a, NDArray b)
    {
        NDArray x = b * 0.2;
        for (int i = 0; i < 40; i++)
            x += (b - Mx.MatMul(a, x)) * 0.2;
        return x;
    }

    // In three steps exact but for rounding. Not linear in b, operation by operation.
    private static NDArray[] ConjugateGradients(NDArray[] v)
    {
        NDArray x = v[1] * 0.0, residual = v[1], direction = residual;
        for (int i = 0; i < Size; i++)
        {
            NDArray image = Mx.MatMul(v[0], direction);
            NDArray square = Mx.Sum(residual * residual) + 1e-280;
            NDArray step = square / (Mx.Sum(direction * image) + 1e-280);
            x += step * direction;
            residual -= step * image;
            direction = residual + Mx.Sum(residual * residual) / square * direction;
        }
        return [x];
    }
}
