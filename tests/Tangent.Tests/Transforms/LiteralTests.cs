using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>A literal that is an argument of a function takes the type of what it meets, exactly, under every transform as without.</summary>
public class LiteralTests
{
    private delegate NDArray[] Call(Func<NDArray[], NDArray[]> f, NDArray[] x);

    private static readonly Dictionary<string, Call> Calls = new()
    {
        ["plain"] = (f, x) => f(x),
        ["Compile"] = (f, x) => Mx.Compile(f)(x),
        ["Compile of two arguments"] = (f, x) => [Mx.Compile((NDArray a, NDArray b) => f([a, b])[0])(x[0], x[1])],
        ["Compile of a tree"] = (f, x) => [Mx.Compile(((NDArray A, NDArray B) v) => f([v.A, v.B])[0])((x[0], x[1]))],
        ["Compile twice"] = (f, x) => Mx.Compile(Mx.Compile(f))(x),
        ["Jvp"] = (f, x) => Mx.Jvp(f, x, new NDArray?[2]).Outputs,
        ["Vjp"] = (f, x) => Mx.Vjp(f, x, [null]).Outputs,
        ["ValueAndGrad of the array"] = (f, x) => { NDArray? y = null; Mx.ValueAndGrad(v => { y = f(v)[0]; return [Mx.Sum(Mx.Real(y))]; }, 0)(x); return [y!]; },
        ["ValueAndGrad of both"] = (f, x) => { NDArray? y = null; Mx.ValueAndGrad(v => { y = f(v)[0]; return [Mx.Sum(Mx.Real(y))]; }, x[1].DType.IsInexact ? [0, 1] : [0])(x); return [y!]; },
        ["Vmap"] = (f, x) => Mx.Vmap(f, [0, null])(x),
        ["Checkpoint"] = (f, x) => Mx.Checkpoint(f)(x),
        ["Checkpoint under Jvp"] = (f, x) => Mx.Jvp(Mx.Checkpoint(f), x, new NDArray?[2]).Outputs,
        ["Checkpoint in a function of the array"] = (f, x) => Mx.Jvp(v => Mx.Checkpoint(f)([v[0], x[1]]), [x[0]], [null]).Outputs,
        ["CustomFunction"] = (f, x) => Mx.CustomFunction(f)(x),
        ["CustomFunction in a function of the array"] = (f, x) => Mx.Jvp(v => Mx.CustomFunction(f, vjp: (z, ct, _) => [ct[0] * z[1], Mx.Sum(ct[0])])([v[0], x[1]]), [x[0]], [x[0]]).Outputs,
        ["Linearize"] = (f, x) => Mx.Linearize(f, x).Outputs,
        ["Compile under Vmap"] = (f, x) => Mx.Vmap(Mx.Compile(f), [0, null])(x),
        ["Jvp under Compile"] = (f, x) => Mx.Compile((NDArray[] v) => Mx.Jvp(f, v, new NDArray?[2]).Outputs)(x),
    };

    private static readonly Dictionary<string, NDArray> Arrays = new()
    {
        ["float64"] = new[] { 3.0, 0.7 },
        ["float32"] = new[] { 3f, 0.7f },
        ["float16"] = new[] { (Half)3, (Half)0.7 },
        ["bfloat16"] = new[] { (BFloat16)3f, (BFloat16)0.7f },
        ["complex64"] = new[] { new Complex64(3, 1), new Complex64(1, 2) },
    };

    private static readonly Dictionary<string, NDArray> Literals = new() { ["0.1"] = 0.1, ["0.1f"] = 0.1f, ["7"] = 7, ["2^40"] = 1L << 40, ["2^60 + 1"] = (1L << 60) + 1, ["true"] = true };

    public static TheoryData<string, string, string> Cases => new MatrixTheoryData<string, string, string>([.. Calls.Keys], [.. Arrays.Keys], [.. Literals.Keys]);

    [Theory, MemberData(nameof(Cases))]
    public void AnArgumentThatIsALiteralTakesTheTypeThatItMeets(string call, string array, string literal)
    {
        Func<NDArray[], NDArray[]> f = x => [x[0] * x[1] - x[1]];
        NDArray[] x = [Arrays[array], Literals[literal]];
        NDArray expected = f(x)[0], actual = Calls[call](f, x)[0];
        Assert.Equal(expected.Spec, actual.Spec);
        Assert.Equal(expected.ToString(), actual.ToString());
        if (array == "float64")
            Assert.Equal(expected.ToArray<double>(), actual.ToArray<double>());
    }

    public static TheoryData<string, string> Kinds => new MatrixTheoryData<string, string>([.. Calls.Keys], [.. Literals.Keys]);

    [Theory, MemberData(nameof(Kinds))]
    public void WhatIsComputedOfALiteralArgumentAloneTakesTheTypeThatItMeets(string call, string literal)
    {
        Func<NDArray[], NDArray[]> f = x => [x[0] * Mx.StopGradient(Mx.Sqrt((x[1] * 2) + 0.25)) + Mx.Maximum(x[1], 3) - (x[1] > 0.05)];
        foreach (NDArray array in Arrays.Values)
        {
            NDArray expected = f([array, Literals[literal]])[0], actual = Calls[call](f, [array, Literals[literal]])[0];
            Assert.Equal(expected.Spec, actual.Spec);
            Assert.Equal(expected.ToString(), actual.ToString());
            if (array.DType == DType.Float64)
                Assert.Equal(expected.ToArray<double>(), actual.ToArray<double>());
        }
    }

    [Fact]
    public void ALiteralThatATransformReturnsIsItsNumberStill()
    {
        NDArray x = new[] { 1.0 };
        (NDArray y, NDArray dy) = Mx.Jvp(a => a * 2, (NDArray)0.1, (NDArray)1.0);
        Assert.Equal([0.2], (x * y).ToArray<double>());
        Assert.Equal(2, dy.Item<float>());
        Assert.Equal([0.2], (x * Mx.ValueAndGrad((NDArray a) => a * 2)(0.1).Value).ToArray<double>());
        Assert.Equal(2, Mx.Grad((NDArray a) => Mx.Jvp(b => b * b, a, (NDArray)1.0).Tangents)(0.1).Item<float>(), 1e-6f);
    }

    [Fact]
    public void ALiteralIndexOrExponentIsALiteralInACompiledFunction()
    {
        NDArray x = new[] { 3.0, 5.0 };
        Assert.Equal([27.0, 125.0], Mx.Compile((NDArray a, NDArray b) => Mx.Power(a, b))(x, 3).ToArray<double>());
        Assert.Equal(5.0, Mx.Compile((NDArray a, NDArray b) => Mx.Take(a, b))(x, 1).Item<double>());
        Assert.Equal(DType.Int32, Mx.Compile((NDArray a) => a)(7).DType);
        Assert.Equal(DType.Float32, Mx.Compile((NDArray a) => a)(0.1).DType);
    }

    [Fact]
    public void ACompiledFunctionIsPlannedOnceForAllLiteralsOfAKind()
    {
        int traces = 0;
        Func<NDArray, NDArray, NDArray> f = Mx.Compile((NDArray a, NDArray b) => { traces++; return a * b; });
        NDArray x = new[] { 1.0, 2.0 };
        Assert.Equal([0.1, 0.2], f(x, 0.1).ToArray<double>());
        Assert.Equal([0.3, 0.6], f(x, 0.3).ToArray<double>());
        Assert.Equal(1, traces);
        Assert.Equal(DType.Float64, f(x, (NDArray)new[] { 1f }).DType);
        Assert.Equal([2.0, 4.0], f(x, 2).ToArray<double>());
        Assert.Equal(3, traces);
    }

    [Fact]
    public void TangentsAndCotangentsThatAreLiteralsFit()
    {
        NDArray x = Mx.Array(3.0, DType.Float64), half = Mx.Array(3.0, DType.Float16);
        Assert.Equal(6.0, Mx.Jvp(v => v * v, x, (NDArray)1.0).Tangents.Item<double>());
        Assert.Equal(6.0, Mx.Jvp(v => v * v, x, (NDArray)1).Tangents.Item<double>());
        Assert.Equal((Half)6, Mx.Jvp(v => v * v, half, (NDArray)1.0).Tangents.Item<Half>());
        Assert.Equal(0.6, Mx.Vjp(v => v * v, x, (NDArray)0.1).Cotangents.Item<double>(), 15);
        Assert.Equal(0.6, Mx.Linearize(v => v * v, x).Push(0.1).Item<double>(), 15);
        Assert.Equal(0.3, Mx.LinearTranspose(v => [3 * v[0]], [x])([0.1])[0].Item<double>(), 15);
        Assert.Equal(0.2, Mx.Hvp(v => v * v, x, (NDArray)0.1).Product.Item<double>(), 15);
        Assert.Throws<ArgumentException>(() => Mx.Jvp(v => v * v, x, (NDArray)new System.Numerics.Complex(1, 1)));
    }

    [Fact]
    public void ADerivativeInALiteralIsComputedInTheTypeThatItMeets()
    {
        NDArray c = new[] { 1.0 / 3 };
        Func<NDArray, NDArray> f = x => Mx.Sum(x * c * x);
        (NDArray value, NDArray gradient) = Mx.ValueAndGrad(f)(0.1);
        Assert.Equal(f(0.1).Item<double>(), value.Item<double>());
        Assert.Equal((float)(0.2 / 3), gradient.Item<float>());
        Assert.Equal((float)(0.2 / 3), Mx.Vjp(f, (NDArray)0.1, (NDArray)1.0).Cotangents.Item<float>());
        Assert.Equal(0.2 / 3, Mx.Jvp(f, (NDArray)0.1, (NDArray)1.0).Tangents.Item<double>(), 15);
        Assert.Equal(0.2 / 3, Mx.JacFwd(f)(0.1).Item<double>(), 15);
        Assert.Equal((float)(0.2 / 3), Mx.JacRev(f)(0.1).Item<float>());
        Assert.Equal((float)(2.0 / 3), Mx.Grad(Mx.Grad(f))(0.1).Item<float>());
        Assert.Equal((float)(2.0 / 3), Mx.Hessian(f)(0.1).AsType(DType.Float32).Item<float>());
        Assert.Equal([0.2f], Mx.Grad(v => [Mx.Sum(v[0] * v[1])], 1)([new[] { 0.2 }, 3.0]).Select(g => g.Item<float>()));
    }

    [Fact]
    public void RulesOfACustomFunctionSeeItsLiterals()
    {
        var seen = new List<DType>();
        var f = Mx.CustomFunction(x => [x[0] * x[1]],
            jvp: (x, dx) => { seen.Add((Mx.Zeros(1, DType.Float16) * x[1]).DType); return [dx[0] * x[1] + x[0] * dx[1]]; },
            vjp: (x, ct, _) => { seen.Add((Mx.Zeros(1, DType.Float16) * x[1]).DType); return [ct[0] * x[1], Mx.Sum(ct[0] * x[0])]; });
        NDArray point = new[] { 2.0 };
        Assert.Equal([0.1], Mx.Grad(x => Mx.Sum(f([x, 0.1])[0]))(point).ToArray<double>());
        Assert.Equal([0.1], Mx.Jvp(x => f([x, 0.1])[0], point, Mx.OnesLike(point)).Tangents.ToArray<double>());
        Assert.Equal(2f, Mx.Grad(x => Mx.Sum(f([point, x])[0]))(0.1).Item<float>());
        Assert.Equal([DType.Float16, DType.Float16, DType.Float16], seen);
    }
}
