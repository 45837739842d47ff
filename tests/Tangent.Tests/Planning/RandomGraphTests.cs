using CsCheck;
using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>However a graph is evaluated, each element has the same bits.</summary>
public class RandomGraphTests
{
    private static readonly Gen<(int Seed, int Size)> Graphs = Gen.Select(Gen.Int, Gen.Int[10, 200]);

    [Fact]
    public void PlannedNodeByNodeAndCompiled() => Graphs.Sample(AssertAlike, iter: 60, threads: 1);

    private static void AssertAlike((int Seed, int Size) of)
    {
        var graph = new RandomGraph(of.Seed, of.Size);
        NDArray[] inputs = RandomGraph.Inputs();
        byte[][] before = Bits(inputs);
        (NDArray[] roots, NDArray[] held) = graph.Build(inputs);
        NDArray[] all = [.. roots, .. held];
        NodeByNode(all);
        byte[][] expected = Bits(all);
        (NDArray[] planned, NDArray[] temporaries) = graph.Build(inputs);
        Planned(planned);
        Same(expected, Bits([.. planned, .. temporaries]), "planned");
        (NDArray[] again, NDArray[] kept) = graph.Build(inputs);
        // One at a time: each plan reads what those before it have kept.
        foreach (NDArray root in kept.Concat(again))
            Planned(root);
        Same(expected, Bits([.. again, .. kept]), "planned one after the other");
        Func<NDArray[], NDArray[]> compiled = Mx.Compile(x => { (NDArray[] y, NDArray[] z) = graph.Build(x); return [.. y, .. z]; });
        Same(expected, Bits(compiled(inputs)), "compiled");
        Same(expected, Bits(compiled(inputs)), "compiled, second call");
        Same(before, Bits(inputs), "inputs");
    }

    private static void NodeByNode(NDArray[] arrays)
    {
        foreach (Node node in GraphSort.Order([.. arrays.Select(array => array.Node)], node => node.Inputs))
            if (node.Primitive is not MultiOutput)
                Evaluator.Evaluate(node);
    }

    private static void Planned(params NDArray[] arrays)
    {
        // Handles that nobody has any more are not to be taken for held ones.
        GC.Collect();
        Evaluator.RunPlan([.. arrays.Select(array => array.Node)], CancellationToken.None);
    }

    private static unsafe byte[][] Bits(NDArray[] arrays) => [.. arrays.Select(array =>
    {
        BufferView view = array.DenseFromStart();
        byte[] bits = new ReadOnlySpan<byte>(view.Pointer, checked((int)array.NBytes)).ToArray();
        GC.KeepAlive(view);
        return bits;
    })];

    private static void Same(byte[][] expected, byte[][] actual, string how)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i].AsSpan().SequenceEqual(actual[i]), $"result {i}, {how}");
    }
}
