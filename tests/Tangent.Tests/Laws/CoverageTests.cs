using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>Nothing escapes the laws, and the published table says what they cover.</summary>
public class CoverageTests
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "coverage.md");

    [Fact]
    public void EveryPublicOperationHasASampleOrAReason()
    {
        var sampled = Samples.All.Values.Select(sample => sample.Op).ToHashSet();
        string[] missing = [.. PublicOperations.Surface.Where(name => !sampled.Contains(name) && Exempt.Reason(name) is null)];
        Assert.True(missing.Length == 0, $"without a sample: {string.Join(", ", missing)}");
    }

    [Fact]
    public void EverySampleNamesAPublicOperation()
    {
        string[] unknown = [.. Samples.All.Values.Select(sample => sample.Op).Distinct().Except(PublicOperations.Surface)];
        Assert.True(unknown.Length == 0, $"no public operation: {string.Join(", ", unknown)}");
    }

    [Fact]
    public void EveryExemptionIsOfSomethingThatIsThereAndHasNoSample()
    {
        var sampled = Samples.All.Values.Select(sample => sample.Op).ToHashSet();
        string[] dead = [.. Exempt.Names.Where(name => !PublicOperations.Surface.Contains(name) || sampled.Contains(name))];
        Assert.True(dead.Length == 0, $"exempt without need: {string.Join(", ", dead)}");
    }

    [Fact]
    public void EveryPrimitiveOccursInASample()
    {
        var seen = new HashSet<Type>();
        foreach (Sample sample in Samples.All.Values)
            foreach (Node node in GraphSort.Order([.. sample.Function(sample.Arguments).Select(y => y.Node)], node => node.Inputs))
                seen.Add(node.Primitive.GetType());
        string[] structural = [nameof(Leaf), nameof(Placeholder), nameof(Alias), nameof(Output), nameof(NoTangent), nameof(Tangent.Checkpoint), nameof(CustomCall)];
        string[] unseen = [.. PublicOperations.Primitives.Where(type => !seen.Contains(type) && !structural.Contains(type.Name)).Select(type => type.Name)];
        Assert.True(unseen.Length == 0, $"in no sample: {string.Join(", ", unseen)}");
    }

    [Fact]
    public void WhatMlxHasIsSaidOfItsNamesInFourWords()
    {
        Assert.All(MlxRules.All.Keys, name => Assert.Contains(name, Docs.MlxNames.All));
        Assert.All(MlxRules.All.Values, words => Assert.True(words.Length == 4 && Array.TrueForAll(words, MlxRules.Words.Contains), string.Join(", ", words)));
        Assert.Equal("all", MlxRules.Of(["core.exp"]));
        Assert.Equal("vmap", MlxRules.Of(["core.linalg.inv"]));
        Assert.Equal("none", MlxRules.Of(["core.linalg.solve"]));
        Assert.Equal("?", MlxRules.Of(["core.all"]));
    }

    [Fact]
    public void ThePublishedTableIsUpToDate()
    {
        string expected = CoverageTable.Text();
        if (Environment.GetEnvironmentVariable("TANGENT_UPDATE") == "1")
            File.WriteAllText(Document, expected);
        Assert.True(File.Exists(Document) && File.ReadAllText(Document) == expected, "docs/coverage.md is stale: run ./dev update");
    }
}
