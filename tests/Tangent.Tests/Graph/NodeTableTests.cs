using System.Runtime.CompilerServices;
using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>Walks along graphs of some thousand nodes leave nothing that keeps handles alive: what grew old during the walk a young collection takes for living.</summary>
public class NodeTableTests
{
    private const int Length = 4_000;

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Walks = new()
    {
        ["tangents"] = x => Mx.Jvp(v => Chain(v), x, x).Tangents,
        ["batches"] = x => Mx.Vmap(v => [Chain(v[0])])([x])[0],
        ["copies"] = x => Closure.Of("Test", v => [Chain(v[0])], [x]).Run([x])[0],
        ["cotangents"] = x => Mx.Grad(v => Mx.Sum(Chain(v)))(x),
    };

    public static TheoryData<string> Names => [.. Walks.Keys];

    // Other tests collect too, and what they make older a young collection does not see: the best of several attempts counts.
    [Theory, MemberData(nameof(Names))]
    public void NoHandleSeemsToLiveAfterAWalk(string name)
    {
        int living = int.MaxValue;
        for (int attempt = 0; attempt < 10 && living > 1; attempt++)
        {
            Node root = Walk(Walks[name]);
            Collector.Collect(0);
            living = Living(root);
        }
        Assert.InRange(living, 0, 1);
    }

    private static NDArray Chain(NDArray x)
    {
        for (int i = 0; i < Length; i++)
            x = Mx.Sin(x);
        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Node Walk(Func<NDArray, NDArray> walk) => walk(Mx.Ones((2, 20_000)).Eval()).Node;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Living(Node root)
    {
        List<Node> nodes = GraphSort.Order([root], node => node.Inputs);
        Assert.True(nodes.Count >= Length);
        return nodes.Count(node => node.Value is null && node.Readers?.Find() is not null);
    }
}
