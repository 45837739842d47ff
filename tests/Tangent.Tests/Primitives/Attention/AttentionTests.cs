using Tangent.Kernels;
using Tangent.Tests.Laws;
using Tangent.Tests.Memory;
using Xunit;
using static Tangent.Mx.Fast;

namespace Tangent.Tests.Primitives.Attention;

/// <summary>What attention is for: no derivative holds all scores, and a value and its tangent are computed together.</summary>
[Collection("memory limit")]
public class AttentionTests
{
    private const int Depth = 16;

    private static readonly Dictionary<string, Func<NDArray[], NDArray[]>> Derivatives = new()
    {
        ["value"] = x => [Attend(x)],
        ["jvp"] = x => Both(Mx.Jvp(v => [Attend(v)], x, Ones(x))),
        ["vjp"] = x => Both(Mx.Vjp(v => [Attend(v)], x, [Mx.OnesLike(x[0])])),
        ["jvp of the gradient"] = x => Both(Mx.Jvp(Gradient, x, Ones(x))),
        ["vmap of the jvp"] = x => [Mx.Vmap(v => [Mx.Jvp(u => [Attend(u)], x, [v[0], Mx.OnesLike(x[1]), Mx.OnesLike(x[2])]).Tangents[0]])([Mx.Stack([x[0], x[0]])])[0]],
    };

    public static TheoryData<string> Names => [.. Derivatives.Keys];

    [Theory, MemberData(nameof(Names))]
    public void MemoryGrowsAsTheLength(string derivative)
    {
        double At(int length)
        {
            NDArray[] x = [.. Enumerable.Range(0, 3).Select(i => Mx.Random.Normal((1, 2, length, Depth), key: Mx.Random.Key((ulong)i)).Eval())];
            return Peak.Of(() => Derivatives[derivative](x));
        }
        At(300);
        double small = At(600), large = At(2400);
        Peak.AtMost(4.5 * small, large, $"{derivative} of 2400 keys, beside {small:0.00} MB of 600");
        Peak.AtMost(0.5 * 2400 * 2400 * sizeof(float) / Peak.Megabyte, large, "half of all scores");
    }

    [Fact]
    public void AValueAndItsTangentAreOneOperation()
    {
        NDArray[] x = Points(5);
        Assert.Equal(1, Count(Derivatives["jvp"](x)));
        Assert.Equal(2, Count(Derivatives["vjp"](x)));
        Assert.Equal(2, Count(Derivatives["jvp of the gradient"](x)));
        // One layer after the other, each with its tangent.
        Assert.Equal(2, Count(Both(Mx.Jvp(v => [Attend([Attend(v), v[1], v[2]])], x, Ones(x)))));
    }

    [Fact]
    public void ATangentThatDependsOnTheValueComesAfterIt()
    {
        NDArray[] x = Points(5);
        NDArray y = Attend(x);
        NDArray[] both = Both(Mx.Jvp(v => [Attend(v)], x, [y, y, y]));
        NDArray[] apart = Both(Mx.Jvp(v => [Attend(v)], x, [.. Enumerable.Repeat(Attend(x).Eval(), 3)]));
        Assert.Equal(3, Count([y, .. both]) + 1);
        Assert.Equal(apart[1].ToArray<float>(), both[1].ToArray<float>());
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        NDArray q = Mx.Zeros((2, 4, 3, 8)), k = Mx.Zeros((2, 2, 5, 8)), v = Mx.Zeros((2, 2, 5, 6));
        Refusal.Argument("Fast.ScaledDotProductAttention: queries [4,3,8], keys", () => ScaledDotProductAttention(q[0], k, v, 1));
        Refusal.Argument("Fast.ScaledDotProductAttention: queries [2,4,3,8] and keys [2,2,5,7] differ", () => ScaledDotProductAttention(q, k[Mx.Ellipsis, ..7], v, 1));
        Refusal.Argument("Fast.ScaledDotProductAttention: keys [2,2,5,8] and values [2,2,4,6] differ", () => ScaledDotProductAttention(q, k, v[.., .., ..4], 1));
        Refusal.Argument("Fast.ScaledDotProductAttention: the 2 heads of the keys [2,2,5,8] do not divide the 3", () => ScaledDotProductAttention(q[.., ..3], k, v, 1));
        Refusal.Argument("Fast.ScaledDotProductAttention: the mask [3,4] does not broadcast to [2,4,3,5]", () => ScaledDotProductAttention(q, k, v, 1, Mx.Zeros((3, 4))));
        Refusal.Argument("Fast.ScaledDotProductAttention: the mask \"full\" is not \"causal\"", () => ScaledDotProductAttention(q, k, v, 1, "full"));
        Refusal.Argument("Fast.ScaledDotProductAttention: the sinks [3] need one number for each of the 4 heads", () => ScaledDotProductAttention(q, k, v, 1, sinks: Mx.Zeros(3)));
        Refusal.Argument("Fast.ScaledDotProductAttention: no attention of complex64", () => ScaledDotProductAttention(Mx.AsType(q, DType.Complex64), k, v, 1));
    }

    [Fact]
    public void AQueryThatSeesNothingGetsZerosAndNoDerivative()
    {
        NDArray[] x = Points(3);
        NDArray mask = new[,] { { true, false, true }, { false, false, false }, { true, true, true } };
        Func<NDArray[], NDArray[]> f = v => [ScaledDotProductAttention(v[0], v[1], v[2], 0.5, mask)];
        NDArray y = f(x)[0], ctq = Mx.Vjp(f, x, [Mx.OnesLike(x[0])]).Cotangents[0];
        Assert.All(y[0, 0, 1].ToArray<float>(), value => Assert.Equal(0, value));
        Assert.All(ctq[0, 0, 1].ToArray<float>(), value => Assert.Equal(0, value));
        Assert.All(ctq.ToArray<float>(), value => Assert.True(float.IsFinite(value)));
    }

    private static NDArray Attend(NDArray[] x) => ScaledDotProductAttention(x[0], x[1], x[2], 0.25);

    private static NDArray[] Gradient(NDArray[] x) => Mx.Vjp(v => [Attend(v)], x, [x[0]]).Cotangents;

    private static NDArray[] Points(int length) =>
        [.. Enumerable.Range(0, 3).Select(i => Mx.AsType(Samples.Numbers((1, 2, length, Depth), seed: i), DType.Float32))];

    private static NDArray[] Ones(NDArray[] x) => [.. x.Select(array => Mx.OnesLike(array))];

    private static NDArray[] Both((NDArray[], NDArray[]) pair) => [.. pair.Item1, .. pair.Item2];

    private static int Count(NDArray[] y)
    {
        PlanGraph graph = Decomposition.Of(NDArray.NodesOf(y));
        return graph.Operations.Count(operation => operation.Kernel is AttentionKernel or AttentionCotangentKernel);
    }
}
