using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>Four threads evaluate one lazy graph at once: no error, and the bits that one thread computes.</summary>
public class ConcurrencyTests
{
    // Examples of so many elements together, 48 KB, are planned; small graphs are evaluated directly.
    private const int Elements = 6_000;

    public static TheoryData<string> All => Samples.Ids;

    [Theory, MemberData(nameof(All))]
    public void SmallGraphsOfEveryOperation(string id) => Share(id, 4, Shared);

    [Theory, MemberData(nameof(All))]
    public void GraphsOfEveryOperationBesideALargeArray(string id) => Share(id, 2, Beside);

    [Theory, MemberData(nameof(All))]
    public void LargeGraphsOfEveryOperation(string id)
    {
        if (Samples.All[id].NoVmap is null)
            Share(id, 2, Many);
    }

    [Theory, MemberData(nameof(All))]
    public void GraphsOfBothDerivativesOfEveryOperation(string id)
    {
        if (Samples.All[id].Constant is null)
            Share(id, 2, Derivatives);
    }

    // 10,000 graphs and more, over all operations.
    [Theory, MemberData(nameof(All))]
    [Trait("Category", "Extended")]
    public void ManyGraphsOfEveryOperation(string id)
    {
        Share(id, 20, Shared);
        Share(id, 10, Beside);
        if (Samples.All[id].NoVmap is null)
            Share(id, 10, Many);
        if (Samples.All[id].Constant is null)
            Share(id, 10, Derivatives);
    }

    private static void Share(string id, int rounds, Func<Sample, NDArray[]> make) =>
        Threads.Share(rounds, () => make(Samples.All[id]), Threads.Evaluate, id);

    private static NDArray[] Shared(Sample sample) => sample.Function(Lazy(sample.Arguments));

    private static NDArray[] Beside(Sample sample) => [.. Shared(sample), Mx.Arange(0, 5_000, dtype: DType.Float32) * 2f];

    private static NDArray[] Many(Sample sample)
    {
        int examples = Math.Max(2, Elements / (int)sample.Arguments.Max(x => Math.Max(1, x.Size)));
        return Mx.Vmap(sample.Function)([.. sample.Arguments.Select(x => Lazy(Mx.BroadcastTo(x, x.Shape.Insert(0, examples))))]);
    }

    private static NDArray[] Derivatives(Sample sample)
    {
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(sample.Function, Lazy(sample.Arguments), Directions.Of(sample.Arguments, 1));
        return [.. y, .. dy, .. Mx.Vjp(sample.Function, Lazy(sample.Arguments), Directions.Of(y, 2)).Cotangents];
    }

    // The inputs are shared and not yet evaluated either.
    private static NDArray[] Lazy(NDArray[] x) => [.. x.Select(Lazy)];

    private static NDArray Lazy(NDArray x) => Mx.Where(true, x, Mx.ZerosLike(x));
}
