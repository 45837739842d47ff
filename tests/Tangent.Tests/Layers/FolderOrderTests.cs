using Xunit;

namespace Tangent.Tests.Layers;

/// <summary>The folders of the kernels depend on each other in one direction.</summary>
public class FolderOrderTests
{
    // Each folder uses only those before it. Memory and data come first, then scalar mathematics and the vocabulary, which knows
    // no executor, then the executors, and last the device that maps one to the other.
    private static readonly string[] Order =
    [
        "Memory",
        "Threading",
        "Data",
        "Simd",
        "Functions",
        "Functions/ComplexFunctions",
        "Operations/Lanes",
        "Operations/Loops",
        "Operations",
        "Combining",
        "Expressions",
        "Vocabulary",
        "Map/Memory",
        "Movement",
        "Map/Programs",
        "Fold/Loops",
        "Map/Tiles",
        "Map/Emission",
        "Map/Rows",
        "Map",
        "Fold",
        "RowWise",
        "Scanning",
        "Indexing",
        "Ordering",
        "MatMul",
        "StructuredProducts",
        "Quantization",
        "Convolution",
        "Pooling",
        "Attention",
        "LinearAlgebra",
        "Random",
        "Fourier",
        "Devices",
    ];

    private static readonly FolderGraph Graph = new("Tangent.Kernels");

    [Fact]
    public void EveryFolderHasItsPlace() => Assert.Equal(Order.Order(StringComparer.Ordinal), Graph.Folders);

    [Fact]
    public void AFolderUsesOnlyThoseBeforeIt() =>
        Assert.Empty(Graph.Uses.Where(use => Array.IndexOf(Order, use.To) > Array.IndexOf(Order, use.From)).Select(use => $"{use.From} uses {use.To} ({use.Names})"));

    [Fact]
    public void TheGraphIsWhatTheCompilerSees()
    {
        Assert.Contains(Graph.Uses, use => use is { From: "Devices", To: "MatMul" } && use.Names.Contains("CpuDevice: MatMulExecutor", StringComparison.Ordinal));
        Assert.Contains(Graph.Uses, use => use is { From: "Map/Rows", To: "Expressions" });
        Assert.Contains(Graph.Uses, use => use is { From: "Expressions", To: "Data" } && use.Names.Contains("ProgramText: DTypeProperties", StringComparison.Ordinal));
        Assert.True(Graph.Uses.Count() > 100);
    }
}
