using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>
/// What was cut off, overwritten or not chosen has derivative zero, however infinite the slope behind it, through every operation
/// that only moves elements to other places.
/// </summary>
public class PlacesTests
{
    // The square root has an infinite slope at 0, and none at -1.
    private static readonly NDArray Point = new[] { 0.0, 4, -1, 9, 0, 16 };

    private static NDArray Chosen(NDArray moved, NDArray condition, NDArray? otherwise = null) => Mx.Sum(Mx.Where(condition, moved, otherwise ?? 0));

    // Of x, its square roots r, and where these are finite and differentiable.
    private static readonly Dictionary<string, Func<NDArray, NDArray, NDArray, NDArray>> Functions = new()
    {
        ["slice"] = (_, r, _) => Mx.Sum(r[1..2]),
        ["slices that overlap"] = (_, r, _) => Mx.Sum(r[1..2] * r[1]) + r[3],
        ["slice of a slice"] = (_, r, _) => Mx.Sum(r[1..4][0]),
        ["steps"] = (_, r, _) => Mx.Sum(r[Mx.Every(4, start: 1)]),
        ["steps backwards"] = (_, r, _) => Mx.Sum(r[Mx.Every(-2, start: 5, stop: 0)]),
        ["elements"] = (_, r, _) => r[1] * r[3] + r[^1],
        ["unstacked"] = (_, r, _) => Mx.Unstack(r)[3] * Mx.Unstack(r)[1],
        ["split"] = (_, r, _) => Mx.Sum(Mx.Split(r, 3)[0][1]),
        ["concatenated"] = (_, r, ok) => Chosen(Mx.Concatenate([r, r * 2]), Mx.Concatenate([ok, ok])),
        ["concatenated with another"] = (x, r, ok) => Chosen(Mx.Concatenate([x, r]), Mx.Concatenate([ok, ok])),
        ["stacked"] = (x, r, ok) => Chosen(Mx.Stack([r, x, r], 1), Mx.Stack([ok, ok, ok], 1)),
        ["flipped"] = (_, r, ok) => Chosen(Mx.Flip(r), Mx.Flip(ok)),
        ["rolled"] = (_, r, ok) => Chosen(Mx.Roll(r, 2), Mx.Roll(ok, 2)),
        ["padded"] = (_, r, ok) => Chosen(Mx.Pad(r, 2), Mx.Pad(ok, 2)),
        ["padded by edges"] = (_, r, ok) => Chosen(Mx.Pad(r, 2, PadMode.Edge), Mx.Pad(ok, 2, PadMode.Edge)),
        ["padded by images"] = (_, r, ok) => Chosen(Mx.Pad(r, 2, PadMode.Reflect), Mx.Pad(ok, 2, PadMode.Reflect)),
        ["diagonal"] = (_, r, _) => Mx.Sum(Mx.Diagonal(Mx.Reshape(r, (2, 3)), 1, 0, 1)[..1]) * r[1],
        ["on a diagonal"] = (_, r, ok) => Chosen(Mx.Diag(r), Mx.Diag(ok)),
        ["tiled"] = (_, r, ok) => Chosen(Mx.Tile(r, 3), Mx.Tile(ok, 3)),
        ["repeated"] = (_, r, ok) => Chosen(Mx.Repeat(r, 2, 0), Mx.Repeat(ok, 2, 0)),
        ["taken"] = (_, r, _) => Mx.Sum(Mx.Take(r, new[] { 1, 3, 1 })),
        ["taken and chosen"] = (_, r, ok) => Chosen(Mx.Take(r, new[] { 1, 0, 3, 0 }), Mx.Take(ok, new[] { 1, 0, 3, 0 })),
        ["taken and sliced"] = (_, r, _) => Mx.Sum(Mx.Take(r, new[] { 1, 3 })) * r[1] * Mx.Take(r, 3),
        ["taken along an axis"] = (_, r, ok) => Chosen(Mx.TakeAlongAxis(r, new[] { 1, 0, 3 }, 0), Mx.TakeAlongAxis(ok, new[] { 1, 0, 3 }, 0)),
        ["strided"] = (_, r, _) => Mx.Sum(Mx.AsStrided(r, (2, 1), new[] { 2, 1 }, 1)[..1]),
        ["overwritten"] = (_, r, ok) => { NDArray y = +r; y[0] = 1.0; y[2] = y[1] * y[3]; y[4] = 0.0; return Mx.Sum(y); },
        ["overwritten by slices"] = (_, r, ok) => { NDArray y = +r; y[Mx.Every(2)] = y[Mx.Every(2, start: 1)]; return Mx.Sum(y); },
        ["overwritten by indices"] = (_, r, ok) => { NDArray y = +r; y[new[] { 0, 2, 4, 0 }] = 2.0; return Mx.Sum(y); },
        ["overwritten where it is not finite"] = (_, r, ok) => { NDArray y = +r; y[Mx.LogicalNot(ok)] = 0.0; return Mx.Sum(y); },
        ["put along an axis"] = (_, r, ok) => Mx.Sum(Mx.PutAlongAxis(r, new[] { 0, 2, 4 }, new[] { 1.0, 2, 3 }, 0)),
        ["written elsewhere"] = (_, r, ok) => { NDArray y = Mx.Zeros(8, DType.Float64); y[2..] = r; return Chosen(y[2..], ok); },
        ["scattered elsewhere"] = (_, r, ok) => Chosen(Mx.Zeros(6, DType.Float64).At[new[] { 5, 4, 3, 2, 1, 0 }].Add(r), Mx.Flip(ok)),
        ["added at places"] = (x, r, ok) => Chosen(r.At[new[] { 1, 1 }].Add(x[1..3]), ok),
        ["lower triangle"] = (_, r, ok) => Mx.Sum(Mx.Tril(Mx.Reshape(r, (2, 3)), -1)) + Mx.Sum(Mx.Triu(Mx.Reshape(r, (3, 2)), 1)[..1]),
        ["moved twice"] = (_, r, ok) => Chosen(Mx.Flip(Mx.Roll(Mx.Concatenate([r[3..], r[..3]]), 1)), Mx.Flip(Mx.Roll(Mx.Concatenate([ok[3..], ok[..3]]), 1))),
        ["moved, mapped and moved"] = (_, r, ok) => Chosen(Mx.Exp(-Mx.Flip(Mx.Sqrt(r * r))), Mx.Flip(ok)),
        ["choices of parts"] = (_, r, ok) => Mx.Sum(Mx.Stack([.. Enumerable.Range(0, 6).Select(i => Mx.Where(ok[i], r[i], 0))])),
        ["differences of neighbours"] = (_, r, ok) => Chosen(Mx.Diff(Mx.Repeat(r, 2, 0)), Mx.LogicalAnd(Mx.Repeat(ok, 2, 0)[1..], Mx.Repeat(ok, 2, 0)[..^1])),
        ["a loop over rows"] = (_, r, ok) =>
        {
            NDArray h = Mx.Zeros(6, DType.Float64);
            for (int t = 0; t < 6; t++)
                h[t] = Mx.Where(ok[t], r[t], 1) * (t > 0 ? h[t - 1] : 1);
            return h[5] + h[3];
        },
    };

    private static readonly Dictionary<string, Func<Func<NDArray, NDArray>, NDArray>> Ways = new()
    {
        ["Grad"] = f => Mx.Grad(f)(Point),
        ["Compile"] = f => Mx.Compile(Mx.Grad(f))(Point),
        ["Vmap"] = f => Mx.Vmap(v => [Mx.Grad(f)(v[0])])([Mx.Stack([Point, Point + 1])])[0][0],
        ["Grad of Vmap"] = f => Mx.Grad(z => Mx.Sum(Mx.Vmap(v => [f(v[0])])([z])[0]))(Mx.Stack([Point, Point + 1]))[0],
        ["JacRev"] = f => Mx.JacRev(v => Mx.Stack([f(v), f(v)]))(Point)[1],
        ["transpose of the tangents"] = f => Mx.LinearTranspose(v => [Mx.Jvp(f, Point, v[0]).Tangents], [Point])([Mx.Ones([], DType.Float64)])[0],
    };

    public static TheoryData<string, string> Cases => new MatrixTheoryData<string, string>([.. Functions.Keys], [.. Ways.Keys]);

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void ZeroTimesInfinityIsZeroInReverse(string name, string way)
    {
        NDArray F(NDArray x) => Functions[name](x, Mx.Sqrt(x), x > 0);
        double[] expected = Mx.JacFwd(F)(Point).ToArray<double>();
        Assert.All(expected, slope => Assert.True(double.IsFinite(slope), name));
        Assert.Equal(0.0, expected[0]);
        Assert.Equal(expected, Ways[way](F).ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory, MemberData(nameof(Names))]
    public void ZeroTimesInfinityIsZeroInTheSecondDerivativeToo(string name)
    {
        NDArray F(NDArray x) => Functions[name](x, Mx.Sqrt(x), x > 0);
        double[] hessian = Mx.Hessian(F)(Point).ToArray<double>();
        Assert.All(hessian, entry => Assert.True(double.IsFinite(entry), name));
        Assert.Equal(hessian, Mx.JacRev(Mx.Grad(F))(Point).ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void WhatIsReadInPartsThatMakeUpTheWholeCountsEverywhere()
    {
        Shape shape = (4, 6);
        Region all = Region.Full(shape);
        Assert.Null(Support.Of(all, shape));
        Assert.Null(Either(shape, [.. Enumerable.Range(0, 4).Select(i => all.With(0, i, 1))]));
        Assert.Null(Either(shape, [.. Enumerable.Range(0, 4).Reverse().Select(i => all.With(0, i, 1))]));
        Assert.Null(Either(shape, all.With(1, 0, 2), all.With(1, 4, 2), all.With(1, 2, 2)));
        Assert.Null(Either(shape, all.With(0, 1, 3), all.With(0, 0, 3)));
        Assert.Null(Either(shape, all.With(1, 0, 3, 2), all.With(1, 5, 3, -2)));
        Assert.Null(Either(shape, all.With(0, 0, 2).With(1, 0, 3), all.With(0, 2, 2).With(1, 0, 3), all.With(1, 3, 3)));
        Support partly = Either(shape, all.With(0, 0, 1), all.With(0, 2, 1))!;
        Assert.Equal([true, false, true, false], Mx.All(partly.Mask, 1).ToArray<bool>());
        Support crossing = Either(shape, all.With(0, 0, 1), all.With(1, 0, 1))!;
        Assert.Equal(9, Mx.CountNonzero(crossing.Mask).AsType(DType.Int32).Item<int>());
    }

    private static Support? Either(Shape shape, params Region[] regions)
    {
        Support? either = Support.Of(regions[0], shape);
        foreach (Region region in regions[1..])
            either = Support.Either(either, Support.Of(region, shape));
        return either;
    }
}
