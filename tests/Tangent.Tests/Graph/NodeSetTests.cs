using Xunit;

namespace Tangent.Tests.Graph;

public class NodeSetTests
{
    private static readonly Node[] Nodes = [.. Enumerable.Range(0, 1_000).Select(_ => Mx.Negative(Mx.Ones(1)).Node)];

    [Fact]
    public void HoldsWhatASetHolds()
    {
        Node[] first = Some(1), second = Some(2);
        NodeSet set = new(first), other = new();
        var expected = new HashSet<Node>(first);
        foreach (Node node in second)
            Assert.Equal(expected.Add(node), set.Add(node));
        foreach (Node node in Some(3))
            Assert.True(other.Add(node) | !other.Add(node));
        Agree(expected, set);
        set.UnionWith(other);
        expected.UnionWith(Some(3));
        Agree(expected, set);
        Agree([.. Some(3)], other);
    }

    private static void Agree(HashSet<Node> expected, NodeSet actual)
    {
        foreach (Node node in Nodes)
            Assert.Equal(expected.Contains(node), actual.Contains(node));
    }

    private static Node[] Some(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 300).Select(_ => Nodes[random.Next(Nodes.Length)])];
    }
}
