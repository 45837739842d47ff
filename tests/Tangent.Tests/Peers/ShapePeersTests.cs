using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Shapes: filling, padding, axes without elements, slices beyond the ends.</summary>
public class ShapePeersTests
{
    private static readonly NDArray X = new[] { 1.0, 2, 3 };

    [Fact]
    public void TheCotangentOfWhatFillsAnArrayIsTheSum()
    {
        NDArray x = Mx.AsType(5.0, DType.Float64);
        NDArray ct = Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (2, 3));
        Assert.Equal(21.0, Mx.Vjp(v => Mx.Full((2, 3), v), x, ct).Cotangents.Item<double>());
        Assert.All(Mx.Jvp(v => Mx.Full((2, 3), v), x, x).Tangents.ToArray<double>(), value => Assert.Equal(5.0, value));
        Assert.Equal(0.0, Mx.Grad(v => Mx.Grad(u => Mx.Sum(Mx.Full(3, u)))(v))(x).Item<double>());
        Assert.Equal(225.0, Mx.Grad(v => Mx.Sum(Mx.Power(Mx.Full(3, v), 3.0)))(x).Item<double>());
        Assert.Equal(90.0, Mx.Hessian(v => Mx.Sum(Mx.Power(Mx.Full(3, v), 3.0)))(x).Item<double>());
    }

    public static TheoryData<PadMode, double[], double[]> Pads => new()
    {
        { PadMode.Constant, [0, 0, 1, 2, 3, 0], [3, 4, 5] },
        { PadMode.Edge, [1, 1, 1, 2, 3, 3], [6, 4, 11] },
        { PadMode.Reflect, [3, 2, 1, 2, 3, 2], [3, 12, 6] },
        { PadMode.Symmetric, [2, 1, 1, 2, 3, 3], [5, 5, 11] },
    };

    [Theory, MemberData(nameof(Pads))]
    public void ThePaddedPartHasItsShareInBothModes(PadMode mode, double[] padded, double[] cotangent)
    {
        Func<NDArray, NDArray> f = v => Mx.Pad(v, (2, 1), mode);
        NDArray ct = new[] { 1.0, 2, 3, 4, 5, 6 };
        Assert.Equal(padded, f(X).ToArray<double>());
        Assert.Equal(padded, Mx.Jvp(f, X, X).Tangents.ToArray<double>());
        Assert.Equal(cotangent, Mx.Vjp(f, X, ct).Cotangents.ToArray<double>());
        double[] second = Mx.Jvp(Mx.Grad(v => Mx.Sum(ct * Mx.Square(f(v)))), X, Mx.OnesLike(X)).Tangents.ToArray<double>();
        Assert.Equal([.. cotangent.Select(value => 2 * value)], second);
    }

    [Fact]
    public void TheValueThatPadsHasADerivative()
    {
        NDArray value = Mx.AsType(9.0, DType.Float64);
        NDArray ct = new[] { 1.0, 2, 3, 4, 5, 6 };
        Func<NDArray, NDArray> f = v => Mx.Pad(X, (2, 1), constantValues: v);
        Assert.Equal([9.0, 9, 1, 2, 3, 9], f(value).ToArray<double>());
        Assert.Equal([1.0, 1, 0, 0, 0, 1], Mx.Jvp(f, value, Mx.OnesLike(value)).Tangents.ToArray<double>());
        Assert.Equal(9.0, Mx.Vjp(f, value, ct).Cotangents.Item<double>());
    }

    [Fact]
    public void SortsAndScansAlongAnAxisWithoutElements()
    {
        NDArray empty = Mx.Zeros((2, 0), DType.Float64);
        foreach (Func<NDArray, NDArray> f in new Func<NDArray, NDArray>[]
        {
            x => Mx.Sort(x), x => Mx.Sort(x, 0), x => Mx.CumSum(x, 1), x => Mx.CumProd(x, 1), x => Mx.CumMax(x, 1), x => Mx.CumMin(x, 0), x => Mx.LogCumSumExp(x, 1),
        })
        {
            Assert.Equal(empty.Shape, f(empty).Eval().Shape);
            Assert.Equal(empty.Shape, Mx.Jvp(f, empty, empty).Tangents.Eval().Shape);
            Assert.Equal(empty.Shape, Mx.Vjp(f, empty, empty).Cotangents.Eval().Shape);
            Assert.Equal(empty.Shape, Mx.Compile(f)(empty).Shape);
        }
        Assert.Equal(empty.Shape, Mx.ArgSort(empty).Eval().Shape);
    }

    [Fact]
    public void SlicesBeyondTheEnds()
    {
        Assert.Equal(0, X[3..].Eval().Size);
        Assert.Equal(0, X[7..9].Eval().Size);
        Assert.Equal([1.0, 2, 3], X[..9].ToArray<double>());
        Assert.Equal([0.0, 0, 0], Mx.Grad(v => Mx.Sum(v[5..]))(X).ToArray<double>());
        Refusal.Argument("", () => X[3].Eval());
    }
}
