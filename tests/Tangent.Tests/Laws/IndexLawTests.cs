using CsCheck;
using Tangent.Tests.Arrays;
using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>The laws for any index into any shape, axes without elements included.</summary>
public class IndexLawTests
{
    [Fact]
    public void ReadingObeysTheLaws() => RandomIndices.All.Sample(
        sample => Hold(x => [x[0][(ArrayIndex[])[.. sample.Index.Select(NaiveIndex.ToIndex)]]], Samples.Numbers(sample.Shape)),
        iter: 100);

    [Fact]
    public void AssigningObeysTheLaws() => RandomIndices.All.Sample(
        sample => Hold(
            x =>
            {
                NDArray y = +x[0];
                y[(ArrayIndex[])[.. sample.Index.Select(NaiveIndex.ToIndex)]] = x[1];
                return [y];
            },
            Samples.Numbers(sample.Shape),
            Samples.Numbers(NaiveIndex.Select(sample.Shape, sample.Index).Shape, seed: 1)),
        iter: 100);

    [Fact]
    public void MultiplyingObeysTheLaws() => RandomIndices.All.Sample(
        sample => Hold(
            x => [x[0].At[(ArrayIndex[])[.. sample.Index.Select(NaiveIndex.ToIndex)]].Multiply(x[1])],
            Samples.Numbers(sample.Shape),
            Samples.Numbers(NaiveIndex.Select(sample.Shape, sample.Index).Shape, seed: 1)),
        iter: 50);

    private static void Hold(Func<NDArray[], NDArray[]> function, params NDArray[] x)
    {
        Law.Derivatives(function, x, 1e-6);
        Law.NullTangents(function, x);
        Law.Vmap(function, x);
        Law.Compiled(function, x, true);
        Law.Derivatives(v => Mx.Vjp(function, v, Directions.Of(function(x), 7)).Cotangents, x, 1e-5);
    }
}
