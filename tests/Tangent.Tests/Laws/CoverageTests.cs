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
        Assert.Empty(PublicOperations.All.Keys.Where(name => !sampled.Contains(name) && Exempt.Reason(name) is null));
    }

    [Fact]
    public void EverySampleNamesAPublicOperation()
    {
        Assert.Empty(Samples.All.Values.Select(sample => sample.Op).Distinct().Where(op => !IsPublic(op)));

        static bool IsPublic(string op) => PublicOperations.All.ContainsKey(op) || typeof(Mx).GetMethods().Any(method => $"Mx.{method.Name}" == op);
    }

    [Fact]
    public void EveryPrimitiveOccursInASample()
    {
        var seen = new HashSet<Type>();
        foreach (Sample sample in Samples.All.Values)
            foreach (Node node in GraphSort.Order<Node>([.. sample.Function(sample.Arguments).Select(y => y.Node)], node => node.Inputs))
                seen.Add(node.Primitive.GetType());
        string[] structural = [nameof(Leaf), nameof(Placeholder), nameof(Alias), nameof(Project), nameof(Tangent.Checkpoint), nameof(CustomCall)];
        Assert.Empty(PublicOperations.Primitives.Where(type => !seen.Contains(type) && !structural.Contains(type.Name)).Select(type => type.Name));
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
