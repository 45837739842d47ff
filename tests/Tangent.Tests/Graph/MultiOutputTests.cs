using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>Primitives with several results that say no more than they must: the rest is derived.</summary>
public class MultiOutputTests
{
    private static readonly NDArray X = Samples.Numbers((2, 3)), Y = Samples.Numbers((2, 3), seed: 1);

    public static TheoryData<string> Functions => ["all results", "one result", "results of results", "checkpointed", "mapped"];

    [Theory, MemberData(nameof(Functions))]
    public void EveryTransformPasses(string name)
    {
        Func<NDArray[], NDArray[]> f = name switch
        {
            "all results" => x => new SinAndProduct().ApplyAll(x),
            "one result" => x => [new SinAndProduct().ApplyAll(x)[1]],
            "results of results" => x => new SinAndProduct().ApplyAll(new SinAndProduct().ApplyAll(x)),
            "checkpointed" => Mx.Checkpoint(x => new SinAndProduct().ApplyAll(x)),
            _ => Mx.Vmap(x => new SinAndProduct().ApplyAll(x)),
        };
        Func<NDArray[], NDArray[]> expected = name switch
        {
            "one result" => x => [x[0] * x[1]],
            "results of results" => x => Plain(Plain(x)),
            _ => Plain,
        };
        Law.Same(expected([X, Y]), f([X, Y]), "value");
        Law.Derivatives(f, [X, Y], 1e-6);
        Law.NullTangents(f, [X, Y]);
        Law.Vmap(f, [X, Y]);
        Law.Compiled(f, [X, Y], true);
        NDArray?[] ct = Directions.Of(f([X, Y]), 3);
        Law.Derivatives(x => Mx.Vjp(f, x, ct).Cotangents, [X, Y], 1e-6);
        Law.Vmap(x => Mx.Vjp(f, x, ct).Cotangents, [X, Y]);
    }

    [Fact]
    public void AResultThatNobodyReadsHasNoCotangent()
    {
        Func<NDArray[], NDArray[]> f = x => new SinAndProduct().ApplyAll(x);
        NDArray[] ct = Mx.Vjp(f, [X, Y], [null, Mx.OnesLike(X)]).Cotangents;
        Law.Same([Y, X], ct, "cotangents");
    }

    [Fact]
    public void WhatIsLinearInOneInputIsTransposedInIt()
    {
        NDArray[] ct = Mx.LinearTranspose(x => [new SinAndProduct().ApplyAll([Y, x[0]])[1]], [X])([Mx.OnesLike(X)]);
        Law.Same([Y], ct, "transpose");
        Assert.Throws<MissingRuleException>(() => Mx.LinearTranspose(x => new SinAndProduct().ApplyAll([x[0], Y]), [X])([ct[0], ct[0]]));
    }

    private static NDArray[] Plain(NDArray[] x) => [Mx.Sin(x[0]), x[0] * x[1]];

    private sealed record SinAndProduct : MultiOutput
    {
        public override ArraySpec[] InferAll(Node[] x) => [x[0].Spec, x[0].Spec];

        public override NDArray[] ExpandAll(NDArray[] x) => Plain(x);

        public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y) =>
        [
            dx[0] is { } first ? first * Mx.Cos(x[0]) : null,
            Tangents.Add(dx[0] is { } left ? left * x[1] : null, dx[1] is { } right ? right * x[0] : null),
        ];

        public override Batched[] VmapAll(NDArray[] x, int?[] axes)
        {
            (NDArray[] aligned, int axis) = Batching.Align(x, axes);
            return [.. ApplyAll(aligned).Select(array => new Batched(array, axis))];
        }
    }
}
