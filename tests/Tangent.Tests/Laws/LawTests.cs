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
    public void JvpIsTheSlopeAndVjpItsAdjoint(string id) => CoveredLaw.Derivatives.Require(id);

    [Theory, MemberData(nameof(Differentiable))]
    public void AMissingTangentIsZero(string id) => Law.NullTangents(Samples.All[id].Function, Samples.All[id].Arguments);

    [Theory, MemberData(nameof(All))]
    public void VmapIsTheStackOfSlices(string id) => CoveredLaw.Vmap.Require(id);

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
    public void CompiledIsPlain(string id) => CoveredLaw.Compile.Require(id);

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
    public void TheJvpObeysTheLaws(string id) => CoveredLaw.OfJvp.Require(id);

    [Theory, MemberData(nameof(SecondOrder))]
    public void TheVjpObeysTheLaws(string id) => CoveredLaw.OfVjp.Require(id);

    [Theory, MemberData(nameof(Constant))]
    public void AConstantHasZeroTangents(string id) => CoveredLaw.Derivatives.Require(id);
}
