using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Compiled, custom and checkpointed functions that capture arrays of an enclosing transform: never constants.</summary>
public class CapturePeersTests
{
    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);

    private static NDArray Derivative(Func<NDArray, NDArray> f, NDArray x) => Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents;

    private static NDArray Mapped(Func<NDArray, NDArray> f, NDArray x) => Mx.Vmap(v => [f(v[0])])([x])[0];

    private static Func<NDArray, NDArray> Custom(Func<NDArray, NDArray> f, Func<NDArray[], NDArray[], NDArray[]>? jvp, Func<NDArray[], NDArray[], NDArray[], NDArray[]>? vjp)
    {
        var custom = Mx.CustomFunction(x => [f(x[0])], jvp, vjp);
        return x => custom([x])[0];
    }

    // Each makes y -> sin(y)·x², with x captured, into a function of another kind.
    private static readonly Dictionary<string, Func<NDArray, Func<NDArray, NDArray>>> Kinds = new()
    {
        ["plain"] = x => y => Mx.Sin(y) * x * x,
        ["compiled"] = x => Mx.Compile((NDArray y) => Mx.Sin(y) * x * x),
        ["checkpointed"] = x => Mx.Checkpoint((NDArray y) => Mx.Sin(y) * x * x),
        ["custom"] = x => Custom(y => Mx.Sin(y) * x * x, null, null),
        ["custom with a jvp"] = x => Custom(y => Mx.Sin(y) * x * x, (y, dy) => [dy[0] * Mx.Cos(y[0]) * x * x], null),
        ["custom with a vjp"] = x => Custom(y => Mx.Sin(y) * x * x, null, (y, ct, _) => [ct[0] * Mx.Cos(y[0]) * x * x]),
        ["compiled and checkpointed"] = x => Mx.Compile(Mx.Checkpoint((NDArray y) => Mx.Sin(y) * x * x)),
        ["checkpointed and compiled"] = x => Mx.Checkpoint(Mx.Compile((NDArray y) => Mx.Sin(y) * x * x)),
        ["compiled twice"] = x => Mx.Compile(Mx.Compile((NDArray y) => Mx.Sin(y) * x * x)),
        ["custom in a checkpoint"] = x => Mx.Checkpoint(Custom(y => Mx.Sin(y) * x * x, (y, dy) => [dy[0] * Mx.Cos(y[0]) * x * x], null)),
    };

    private static readonly Dictionary<string, Func<Func<NDArray, NDArray>, NDArray>> Transforms = new()
    {
        ["none"] = f => f(Point(0.7)),
        ["jvp"] = f => Derivative(f, Point(0.7)),
        ["vjp"] = f => Mx.Vjp(f, Point(0.7), Point(2)).Cotangents,
        ["grad"] = f => Mx.Grad(f)(Point(0.7)),
        ["vmap"] = f => Mapped(f, new[] { 0.7, 1.1 }),
        ["compile"] = f => Mx.Compile(f)(Point(0.7)),
        ["jvp of jvp"] = f => Derivative(x => Derivative(f, x), Point(0.7)),
        ["jvp of grad"] = f => Derivative(Mx.Grad(f), Point(0.7)),
        ["grad of jvp"] = f => Mx.Grad(x => Derivative(f, x))(Point(0.7)),
        ["grad of grad"] = f => Mx.Grad(Mx.Grad(f))(Point(0.7)),
        ["jvp of grad of grad"] = f => Derivative(Mx.Grad(Mx.Grad(f)), Point(0.7)),
        ["vmap of grad"] = f => Mapped(Mx.Grad(f), new[] { 0.7, 1.1 }),
        ["vmap of jvp"] = f => Mapped(x => Derivative(f, x), new[] { 0.7, 1.1 }),
        ["grad of vmap"] = f => Mx.Grad(x => Mx.Sum(Mapped(f, x)))(new[] { 0.7, 1.1 }),
        ["jvp of vmap"] = f => Derivative(x => Mapped(f, x), new[] { 0.7, 1.1 }),
        ["jvp of vmap of grad"] = f => Derivative(x => Mapped(Mx.Grad(f), x), new[] { 0.7, 1.1 }),
        ["vmap of vmap"] = f => Mapped(x => Mapped(f, x), Mx.Reshape(new[] { 0.7, 1.1, -2, 0.3 }, (2, 2))),
        ["compile of grad"] = f => Mx.Compile(Mx.Grad(f))(Point(0.7)),
        ["compile of jvp of grad"] = f => Mx.Compile((NDArray x) => Derivative(Mx.Grad(f), x))(Point(0.7)),
        ["grad of compile"] = f => Mx.Grad(Mx.Compile(f))(Point(0.7)),
        ["vmap of compile"] = f => Mapped(Mx.Compile(f), new[] { 0.7, 1.1 }),
        ["compile of vmap"] = f => Mx.Compile((NDArray x) => Mapped(f, x))(new[] { 0.7, 1.1 }),
        ["linearize"] = f => Mx.Linearize(f, Point(0.7)).Push(Point(3)),
        ["hessian of a map"] = f => Mx.Hessian(x => Mx.Sum(Mapped(f, x)))(new[] { 0.7, 1.1 }),
        ["checkpoint under grad"] = f => Mx.Grad(Mx.Checkpoint(f))(Point(0.7)),
    };

    public static TheoryData<string, string> Pairs => new MatrixTheoryData<string, string>([.. Kinds.Keys], [.. Transforms.Keys]);

    /// <summary>The captured array and the argument both depend on the point.</summary>
    [Theory, MemberData(nameof(Pairs))]
    public void WhatIsCapturedFollowsEveryTransform(string kind, string transform) => Compare(kind, transform, (x, make) => make(x)(x * 2.0) + x);

    /// <summary>The captured array depends on the point, the argument does not.</summary>
    [Theory, MemberData(nameof(Pairs))]
    public void WhatIsCapturedFollowsWhereTheArgumentDoesNot(string kind, string transform) => Compare(kind, transform, (x, make) => make(x)(Point(2)));

    /// <summary>Captured through two levels of functions of the same kind.</summary>
    [Theory, MemberData(nameof(Pairs))]
    public void WhatIsCapturedFollowsThroughTwoLevels(string kind, string transform) => Compare(kind, transform, (x, make) => make(make(x)(x))(x));

    /// <summary>The function is called on a thread that the flow of the transform does not reach: traces follow the arrays.</summary>
    [Theory, MemberData(nameof(Pairs))]
    public void WhatIsHandedToAnotherThreadFollows(string kind, string transform) =>
        Compare(kind, transform, (x, make) => OnAnotherThread(() => make(x)(x * 2.0) + x));

    /// <summary>There, the captured array depends on the point, the argument does not.</summary>
    [Theory, MemberData(nameof(Pairs))]
    public void WhatIsCapturedOnAnotherThreadFollows(string kind, string transform) =>
        Compare(kind, transform, (x, make) => OnAnotherThread(() => make(x)(Point(2))));

    /// <summary>There, a derivative is taken of a function that captures what depends on the point.</summary>
    [Theory, MemberData(nameof(Pairs))]
    public void ADerivativeOnAnotherThreadFollows(string kind, string transform) =>
        Compare(kind, transform, (x, make) => OnAnotherThread(() => Mx.Grad(y => make(x)(y * x))(Point(2))));

    private static NDArray OnAnotherThread(Func<NDArray> function)
    {
        NDArray? result = null;
        Exception? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                Assert.Null(Trace.Current);
                result = function();
            }
            catch (Exception thrown)
            {
                error = thrown;
            }
        });
        thread.UnsafeStart();
        thread.Join();
        return error is null ? result! : throw error;
    }

    private static void Compare(string kind, string transform, Func<NDArray, Func<NDArray, Func<NDArray, NDArray>>, NDArray> use)
    {
        NDArray expected = Transforms[transform](x => use(x, Kinds["plain"]));
        NDArray actual = Transforms[transform](x => use(x, Kinds[kind]));
        Assert.Equal(expected.Spec, actual.Spec);
        Assert.Equal(expected.ToArray<double>(), actual.ToArray<double>(), (a, b) => Math.Abs(a - b) <= 1e-11 * Math.Max(1, Math.Abs(a)));
        Assert.Null(Trace.Current);
    }

    [Fact]
    public void AnInnerGradientThatClosesOverAnOuterInputAndIsRead()
    {
        Func<NDArray, NDArray> f = x =>
        {
            NDArray y = x * x;
            NDArray g = Mx.Grad(z => z * y)(Point(1));
            Assert.Equal(4.0, g.Item<double>());
            return g * x;
        };
        Assert.Equal(12.0, Mx.Grad(f)(Point(2)).Item<double>());
        Assert.Equal(12.0, Derivative(f, Point(2)).Item<double>());
    }

    [Fact]
    public void ACompiledFunctionThatClosesOverAnOuterInput() =>
        Assert.Equal(Math.Sin(2), Derivative(x => Mx.Compile((NDArray y) => Mx.Sin(y) * x)(Point(2)), Point(2)).Item<double>(), 12);

    [Fact]
    public void ACustomFunctionThatClosesOverAnOuterInput() =>
        Assert.Equal(2.0, Derivative(x => Custom(y => y * x, (y, dy) => [dy[0] * x], (y, ct, _) => [ct[0] * x])(Point(2)), Point(7)).Item<double>());

    [Fact]
    public void ACompiledFunctionCalledInsideAndOutsideOfTransforms()
    {
        NDArray scale = Point(3);
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => x * x * scale);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(12.0, f(Point(2)).Item<double>());
            Assert.Equal(12.0, Mx.Grad(f)(Point(2)).Item<double>());
            Assert.Equal(12.0, Derivative(f, Point(2)).Item<double>());
            Assert.Equal([3.0, 12.0], Mapped(f, new[] { 1.0, 2.0 }).ToArray<double>());
            Assert.Equal(6.0, Derivative(Mx.Grad(f), Point(2)).Item<double>());
        }
    }
}
