using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Choices between values: the branch not taken contributes nothing, in either mode, at any order.</summary>
public class ChoicePeersTests
{
    private static NDArray Point(params double[] values) => Mx.Reshape(values, values.Length);

    private static double[] Forward(Func<NDArray, NDArray> f, NDArray x) => Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents.ToArray<double>();

    private static double[] Reverse(Func<NDArray, NDArray> f, NDArray x) => Mx.Vjp(f, x, Mx.OnesLike(f(x))).Cotangents.ToArray<double>();

    private static NDArray SafeRoot(NDArray x) => Mx.Where(x > 0, Mx.Sqrt(x), 0);

    public static TheoryData<string> Functions => [.. Cases.Keys];

    private static readonly Dictionary<string, (Func<NDArray, NDArray> Function, double[] Point, double[] Derivative)> Cases = new()
    {
        ["square root"] = (SafeRoot, [-1, 4, 0], [0, 0.25, 0]),
        ["the other branch"] = (x => Mx.Where(x <= 0, 0, Mx.Sqrt(x)), [-1, 4, 0], [0, 0.25, 0]),
        ["a chain"] = (x => Mx.Where(x > 0, Mx.Exp(-Mx.Log(x) / 2.0), 0), [-1, 4, 0], [0, -1.0 / 16, 0]),
        ["a value used twice"] = (x => Product(x, Mx.Sqrt(x)), [-1, 4], [0, 3]),
        ["two conditions"] = (x => Two(x, Mx.Sqrt(x)), [-1, 1, 4], [0, 0.5, 0.5]),
        ["nested conditions"] = (x => Mx.Where(x > 0, Mx.Where(x < 9, Mx.Sqrt(x), 0), 0), [-1, 4, 16], [0, 0.25, 0]),
        ["both sides of a choice within a choice"] = (x => Nested(x, Mx.Sqrt(x)), [-1, 0, 4, 16], [0, 0, 0.25, 0.25]),
        ["both sides of two choices within a choice"] = (x => Deeper(x, Mx.Sqrt(x)), [-1, 0, 4, 16], [0, 0, 0.75, 0.25]),
        ["one condition for all"] = (x => Mx.Where(Mx.Sum(x) > 0, Mx.Sum(Mx.Sqrt(x)), 0), [0, -1], [0, 0]),
        ["a value of another shape"] = (x => Mx.Sum(Mx.Where(new[] { false, false }, Mx.Sqrt(Mx.Reshape(x, (3, 1))), 0)), [0, -1, 2], [0, 0, 0]),
        ["axes in another order"] = (x => Mx.Where(Mx.Transpose(Mx.Reshape(x, (2, 2))) > 0, Mx.Transpose(Mx.Reshape(Mx.Sqrt(x), (2, 2))), 0), [-1, 1, 4, 0], [0, 0.5, 0.25, 0]),
        ["norm at the origin"] = (Norm, [0, 0], [0, 0]),
        ["norm elsewhere"] = (Norm, [3, 4], [0.6, 0.8]),
        ["larger of two"] = (x => Mx.Maximum(Mx.Log(x), 0), [0, Math.E], [0, 1 / Math.E]),
        ["largest of all"] = (x => Mx.Max(Mx.Log(x)), [0, Math.E], [0, 1 / Math.E]),
        ["largest in each window"] = (x => Mx.MaxPool(Mx.Reshape(Mx.Log(x), (1, 2, 1)), 2), [0, Math.E], [0, 1 / Math.E]),
        ["clipped"] = (x => Mx.Clip(Mx.Log(x), -1, 2), [0, 1], [0, 1]),
        ["another type"] = (x => Mx.Where(x > 0, Mx.AsType(Mx.Sqrt(Mx.AsType(x, DType.Float32)), DType.Float64), 0), [-1, 4], [0, 0.25]),
    };

    private static NDArray Product(NDArray x, NDArray root) => Mx.Where(x > 0, root * (root * root), 0);

    private static NDArray Two(NDArray x, NDArray root) => Mx.Where(x > 2, root, 0) + Mx.Where(x > 0, root, 0) * Mx.Where(x > 2, 1.0, 1.0);

    private static NDArray Nested(NDArray x, NDArray root) => Mx.Where(x > 0, Mx.Where(x < 9, root, root * 2.0), 0);

    private static NDArray Deeper(NDArray x, NDArray root) =>
        Mx.Where(x > 0, Mx.Where(x < 9, Mx.Where(x > 1, root * 3.0, root), Mx.Where(x > 20, root, root * 2.0)), 0);

    private static NDArray Norm(NDArray x)
    {
        NDArray squares = Mx.Sum(x * x);
        return Mx.Where(squares > 0, Mx.Sqrt(squares), 0);
    }

    [Theory, MemberData(nameof(Functions))]
    public void TheBranchNotTakenHasNoCotangent(string name)
    {
        (Func<NDArray, NDArray> f, double[] point, double[] derivative) = Cases[name];
        Assert.Equal(derivative, Reverse(f, Point(point)), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Theory, MemberData(nameof(Functions))]
    public void TheBranchNotTakenHasNoTangent(string name)
    {
        (Func<NDArray, NDArray> f, double[] point, double[] derivative) = Cases[name];
        double[] actual = [.. Enumerable.Range(0, point.Length).Select(i => Mx.Sum(Mx.Jvp(f, Point(point), Unit(point.Length, i)).Tangents).Item<double>())];
        Assert.Equal(derivative, actual, (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void ADerivativeThatIsNotTakenStaysAwayAtEveryOrder()
    {
        Func<NDArray, NDArray> f = v => Mx.Sum(SafeRoot(v));
        Func<NDArray, NDArray> slope = Mx.Grad(f);
        Func<NDArray, NDArray> curve = x => Mx.Grad(v => Mx.Sum(slope(v)))(x);
        NDArray x = Point(-1, 4, 0);
        double[] second = [0, -1.0 / 32, 0];
        double[] third = [0, 3.0 / 256, 0];
        Assert.Equal(second, curve(x).ToArray<double>());
        Assert.Equal(second, Forward(slope, x));
        Assert.Equal(second, Reverse(v => Mx.Jvp(SafeRoot, v, Mx.OnesLike(v)).Tangents, x));
        Assert.Equal(second, Forward(v => Mx.Jvp(SafeRoot, v, Mx.OnesLike(v)).Tangents, x));
        Assert.Equal(third, Forward(curve, x));
        Assert.Equal(third, Reverse(curve, x));
    }

    [Fact]
    public void UnderAMapAndCompiled()
    {
        Func<NDArray, NDArray> slope = Mx.Grad(x => Mx.Where(x > 0, Mx.Sqrt(x), 0));
        Assert.Equal([0, 0.25], Mx.Vmap(v => [slope(v[0])])([Point(-1, 4)])[0].ToArray<double>());
        Assert.Equal(0.0, Mx.Compile(slope)(Mx.AsType(-1.0, DType.Float64)).Item<double>());
    }

    [Fact]
    public void ALinearFunctionIsTransposedByTheSameRule()
    {
        NDArray x = Point(-1, 4);
        NDArray slope = 0.5 / Mx.Sqrt(x);
        var transpose = Mx.LinearTranspose(v => [Mx.Where(x > 0, v[0] * slope, 0)], [x]);
        Assert.Equal([0, 0.25], transpose([Mx.OnesLike(x)])[0].ToArray<double>());
        var custom = Mx.CustomFunction(v => [SafeRoot(v[0])], jvp: (v, dv) => [Mx.Where(v[0] > 0, dv[0] * 0.5 / Mx.Sqrt(v[0]), 0)]);
        Assert.Equal([0, 0.25], Reverse(v => custom([v])[0], x));
    }

    [Fact]
    public void TheLargestOfEqualElementsIsSplitInBothModes()
    {
        NDArray x = Point(1, 1);
        NDArray dx = Point(1, 3);
        Assert.Equal(2.0, Mx.Jvp(v => Mx.Max(v), x, dx).Tangents.Item<double>());
        Assert.Equal(2.0, Mx.Jvp(v => Mx.Min(v), x, dx).Tangents.Item<double>());
        Assert.Equal([0.5, 0.5], Mx.Grad(v => Mx.Max(v))(x).ToArray<double>());
        Assert.Equal([0.5, 0.5], Mx.Grad(v => Mx.Min(v))(x).ToArray<double>());
    }

    [Fact]
    public void ALargestElementHasASecondDerivative()
    {
        NDArray x = Point(1, 3, 2);
        Func<NDArray, NDArray> slope = Mx.Grad(v => Mx.Square(Mx.Max(v)));
        Assert.Equal([0, 2.0, 0], Forward(slope, x));
        Assert.Equal([0, 2.0, 0], Mx.Grad(v => Mx.Jvp(u => Mx.Square(Mx.Max(u)), v, Mx.OnesLike(v)).Tangents)(x).ToArray<double>());
    }

    [Fact]
    public void ATieWithAConstantGivesHalf()
    {
        NDArray x = Point(1);
        Assert.Equal([0.5], Forward(v => Mx.Maximum(v, 1), x));
        Assert.Equal([0.5], Reverse(v => Mx.Maximum(v, 1), x));
        Assert.Equal([0.5], Forward(v => Mx.Minimum(v, 1), x));
        Assert.Equal([0.5], Reverse(v => Mx.Minimum(v, 1), x));
        Assert.Equal([0.5], Reverse(v => Mx.Minimum(1, v), x));
        Assert.Equal([1.0], Forward(v => Mx.Maximum(v, v), x));
        Assert.Equal([1.0], Reverse(v => Mx.Maximum(v, v), x));
    }

    [Fact]
    public void ALongRowOfChoicesNeedsNoStack()
    {
        NDArray x = Mx.AsType(1.0, DType.Float64);
        NDArray slope = Mx.Grad(Chain)(x);
        Assert.Equal(1.0, slope.Item<double>());
        Assert.Equal(0.0, Mx.Grad(Chain)(-x).Item<double>());

        static NDArray Chain(NDArray x)
        {
            for (int i = 0; i < 20_000; i++)
                x = Mx.Where(x > 0, Mx.Reshape(x, []) + 1.0, 0);
            return x;
        }
    }

    private static NDArray Unit(int length, int place) => Mx.Array(Enumerable.Range(0, length).Select(i => i == place ? 1.0 : 0.0).ToArray());
}
