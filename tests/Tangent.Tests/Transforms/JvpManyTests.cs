using Xunit;

namespace Tangent.Tests.Transforms;

public class JvpManyTests
{
    private static readonly NDArray X = Mx.Sin(Mx.Arange(1.0, 4, 1, DType.Float64)), Directions = Mx.Cos(Mx.Reshape(Mx.Arange(0.0, 12, 1, DType.Float64), (4, 3)));

    private static readonly Func<NDArray, NDArray> F = v => Mx.Exp(v) * Mx.Sum(Mx.Sin(v));

    [Fact]
    public void EachTangentIsThatOfJvp()
    {
        (NDArray y, NDArray dy) = Mx.JvpMany(F, X, Directions);
        Assert.True(Mx.ArrayEqual(F(X), y).Item<bool>());
        Assert.Equal(new Shape([4, 3]), dy.Shape);
        for (int i = 0; i < 4; i++)
            Assert.True(Mx.AllClose(Mx.Jvp(F, X, Directions[i]).Tangents, dy[i], 1e-14).Item<bool>());
    }

    [Fact]
    public void TheFunctionRunsOnceAndItsOperationsAreMadeOnce()
    {
        int runs = 0, computed = 0;
        Func<NDArray, NDArray> exp = Mx.HostCall(v => { computed++; return Mx.Exp(v); }, 3, DType.Float64, jvp: (v, dv) => dv * Mx.Exp(v));
        (NDArray y, NDArray dy) = Mx.JvpMany(v => { runs++; return exp(v) * Mx.Sum(Mx.Sinh(v)); }, X, Directions);
        Node[] nodes = [.. GraphSort.Order([y.Node, dy.Node], node => node.Inputs)];
        Assert.Equal(1, nodes.Count(node => node.Primitive.Name == "Sinh"));
        Assert.Equal([new Shape([3])], nodes.Where(node => node.Primitive.Name is "Exp" or "Cosh").Select(node => node.Shape).Distinct());
        Mx.Eval(y, dy);
        Assert.Equal((1, 1), (runs, computed));
    }

    [Fact]
    public void SeveralArguments()
    {
        NDArray scale = Mx.AsType(2.0, DType.Float64), steps = new[] { 1.0, 0, 0, -1 };
        (NDArray[] y, NDArray[] dy) = Mx.JvpMany(v => [v[0] * v[1], Mx.Sum(v[0]), Mx.ArgMax(v[0])], [X, scale], [Directions, steps]);
        Assert.Equal(3, y.Length);
        for (int i = 0; i < 4; i++)
        {
            NDArray[] one = Mx.Jvp(v => [v[0] * v[1], Mx.Sum(v[0])], [X, scale], [Directions[i], steps[i]]).Tangents;
            Assert.True(Mx.AllClose(one[0], dy[0][i], 1e-14).Item<bool>());
            Assert.True(Mx.AllClose(one[1], dy[1][i], 1e-14).Item<bool>());
        }
        Assert.Equal(new Shape([4]), dy[2].Shape);
        NDArray[] some = Mx.JvpMany(v => [v[0] * v[1]], [X, scale], [null, steps]).Tangents;
        Assert.True(Mx.AllClose(Mx.Outer(steps, X), some[0]).Item<bool>());
    }

    [Fact]
    public void TreesAndAnOutputThatDoesNotMove()
    {
        ((NDArray A, NDArray B) y, (NDArray A, NDArray B) dy) = Mx.JvpMany(((NDArray, NDArray) p) => (p.Item1 * p.Item2, Mx.Ones(2)), (X, 3 * X), (Directions, null!));
        Assert.True(Mx.AllClose(Directions * (3 * X), dy.A).Item<bool>());
        Assert.Equal(new Shape([4, 2]), dy.B.Shape);
    }

    [Fact]
    public void WithinAndAroundOtherTransforms()
    {
        Func<NDArray, NDArray> loss = v => Mx.Sum(Mx.Square(Mx.JvpMany(F, v, Directions).Tangents)), plain = v => Mx.Sum(Mx.Square(Mx.MatMul(Directions, Mx.Transpose(Mx.JacFwd(F)(v)))));
        Assert.True(Mx.AllClose(Mx.Grad(plain)(X), Mx.Grad(loss)(X), 1e-12).Item<bool>());
        Assert.True(Mx.AllClose(Mx.Hessian(plain)(X), Mx.Compile(Mx.Hessian(loss))(X), 1e-12).Item<bool>());
        NDArray batch = Mx.Stack([X, 2 * X]);
        Assert.True(Mx.AllClose(Mx.Vmap(Mx.Grad(plain))(batch), Mx.Vmap(Mx.Grad(loss))(batch), 1e-12).Item<bool>());
        NDArray products = Mx.JvpMany(Mx.Grad((NDArray v) => Mx.Sum(F(v))), X, Directions).Tangents;
        Assert.True(Mx.AllClose(Mx.MatMul(Directions, Mx.Hessian((NDArray v) => Mx.Sum(F(v)))(X)), products, 1e-12).Item<bool>());
    }

    [Fact]
    public void NoTangents()
    {
        Assert.Equal(new Shape([0, 3]), Mx.JvpMany(F, X, Mx.Zeros((0, 3), DType.Float64)).Tangents.Shape);
        Assert.Equal([2.0, 4.0], Mx.JvpMany(v => v * v, Mx.AsType(2.0, DType.Float64), new[] { 0.5, 1.0 }).Tangents.ToArray<double>());
    }

    [Fact]
    public void WhatIsRefused()
    {
        Assert.Equal("JvpMany: the tangents 0 have shape [3]; their primal has [3], before which there must be one axis. (Parameter 'tangents')", Assert.Throws<ArgumentException>(() => Mx.JvpMany(F, X, X)).Message);
        Assert.Contains("JvpMany: there are 2 tangents 1 and 4 tangents 0", Assert.Throws<ArgumentException>(() => Mx.JvpMany(v => [v[0]], [X, X], [Directions, Directions[..2]])).Message, StringComparison.Ordinal);
        Assert.Contains("JvpMany: there is no tangent", Assert.Throws<ArgumentException>(() => Mx.JvpMany(v => [v[0]], [X], [null])).Message, StringComparison.Ordinal);
        Assert.Contains("JvpMany: tangent 0 is float32, its primal is float64", Assert.Throws<ArgumentException>(() => Mx.JvpMany(F, X, Mx.AsType(Directions, DType.Float32))).Message, StringComparison.Ordinal);
        Assert.Contains("carries no derivative; pass null", Assert.Throws<ArgumentException>(() => Mx.JvpMany(F, new[] { 1, 2 }, new[,] { { 1, 2 } })).Message, StringComparison.Ordinal);
    }
}
