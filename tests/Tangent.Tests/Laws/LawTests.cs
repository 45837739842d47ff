using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>The laws, over every sample.</summary>
public class LawTests
{
    public static TheoryData<string> All => Samples.Ids;

    public static TheoryData<string> Constant => [.. Samples.All.Values.Where(sample => sample.Constant is not null).Select(sample => sample.Id)];

    public static TheoryData<string> Differentiable => [.. Samples.All.Values.Where(sample => sample.Constant is null).Select(sample => sample.Id)];

    public static TheoryData<string> Narrow => [.. Samples.All.Values.Where(sample => sample.Constant is null && sample.NoNarrow is null).Select(sample => sample.Id)];

    public static TheoryData<string> SecondOrder => [.. Samples.All.Values.Where(sample => sample.Constant is null && sample.Order > 1).Select(sample => sample.Id)];

    [Theory, MemberData(nameof(Differentiable))]
    public void JvpIsTheSlopeAndVjpItsAdjoint(string id)
    {
        Sample sample = Samples.All[id];
        Law.Derivatives(sample.Function, sample.Arguments, sample.Tolerance);
    }

    [Theory, MemberData(nameof(Differentiable))]
    public void AMissingTangentIsZero(string id) => Law.NullTangents(Samples.All[id].Function, Samples.All[id].Arguments);

    [Theory, MemberData(nameof(All))]
    public void VmapIsTheStackOfSlices(string id)
    {
        Sample sample = Samples.All[id];
        if (sample.NoVmap is null)
            Law.Vmap(sample.Function, sample.Arguments);
        else
            Law.NoVmap(sample.Function, sample.Arguments);
    }

    [Theory, MemberData(nameof(All))]
    public void ABatchWithoutExamplesHasResultsWithoutExamples(string id)
    {
        Sample sample = Samples.All[id];
        if (sample.NoVmap is null)
            Law.Empty(sample.Function, sample.Arguments);
    }

    [Theory, MemberData(nameof(All))]
    public void EachOfManyExamplesIsAsItWouldBeAlone(string id)
    {
        Sample sample = Samples.All[id];
        if (sample.NoVmap is null)
            Law.ManyExamples(sample.Function, sample.Arguments, sample.Constant is null);
    }

    [Theory, MemberData(nameof(Narrow))]
    public void NarrowerTypesDifferByRoundingsAlone(string id)
    {
        Sample sample = Samples.All[id];
        Law.Narrower(sample.Function, sample.Arguments, DType.Float32, 1e-5);
        Law.Narrower(sample.Function, sample.Arguments, DType.Float16, 1e-2);
        Law.Narrower(sample.Function, sample.Arguments, DType.BFloat16, 6e-2);
    }

    [Theory, MemberData(nameof(All))]
    public void CompiledIsPlain(string id)
    {
        Sample sample = Samples.All[id];
        if (sample.NoCompile is null)
            Law.Compiled(sample.Function, sample.Arguments, sample.Constant is null);
        else
            Law.NoCompile(sample.Function, sample.Arguments);
    }

    [Theory, MemberData(nameof(All))]
    public void ShapesAreAsAnnouncedAndFusionChangesNothing(string id) => Law.Inferred(Samples.All[id].Function, Samples.All[id].Arguments);

    [Theory, MemberData(nameof(All))]
    public void AResultIsNotTheHandleOfAnArgument(string id)
    {
        Sample sample = Samples.All[id];
        foreach (NDArray y in sample.Function(sample.Arguments))
            Assert.All(sample.Arguments, x => Assert.NotSame(x, y));
    }

    [Theory, MemberData(nameof(SecondOrder))]
    public void TheJvpObeysTheLaws(string id)
    {
        Sample sample = Samples.All[id];
        NDArray?[] dx = Directions.Of(sample.Arguments, 6);
        Both(sample, x => Mx.Jvp(sample.Function, x, dx).Tangents);
    }

    [Theory, MemberData(nameof(SecondOrder))]
    public void TheVjpObeysTheLaws(string id)
    {
        Sample sample = Samples.All[id];
        NDArray?[] ct = Directions.Of(sample.Function(sample.Arguments), 7);
        Both(sample, x => Mx.Vjp(sample.Function, x, ct).Cotangents);
    }

    [Theory, MemberData(nameof(Constant))]
    public void AConstantHasZeroTangents(string id)
    {
        Sample sample = Samples.All[id];
        NDArray[] tangents = Mx.Jvp(sample.Function, sample.Arguments, Directions.Of(sample.Arguments, 8)).Tangents;
        Assert.All(tangents, tangent => Assert.All(Directions.Parts(tangent), value => Assert.Equal(0.0, value)));
    }

    // The derivative as a function of the same point: its own derivative in both modes, and the map over it.
    private static void Both(Sample sample, Func<NDArray[], NDArray[]> derivative)
    {
        Law.Derivatives(derivative, sample.Arguments, sample.Tolerance * 10);
        if (sample.NoVmap is null)
            Law.Vmap(derivative, sample.Arguments);
    }
}
