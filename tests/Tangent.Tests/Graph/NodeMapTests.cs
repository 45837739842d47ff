using Xunit;

namespace Tangent.Tests.Graph;

public class NodeMapTests
{
    private static readonly Random Numbers = new(5);

    // Nodes whose numbers are dense, and others far from them.
    private static readonly Node[] Nodes = [.. Enumerable.Range(0, 3_000).Select(Made)];

    [Fact]
    public void HoldsWhatADictionaryHolds()
    {
        var map = new NodeMap<string?>();
        var expected = new Dictionary<Node, string?>();
        for (int i = 0; i < 20_000; i++)
        {
            Node node = Nodes[Numbers.Next(Nodes.Length)];
            if (i % 3 == 0)
                Assert.Equal((expected.Remove(node, out string? known), known), (map.Remove(node, out string? found), found));
            else
                map[node] = expected[node] = i % 5 == 0 ? null : $"{i}";
        }
        foreach (Node node in Nodes)
        {
            Assert.Equal(expected.ContainsKey(node), map.Contains(node));
            Assert.Equal((expected.TryGetValue(node, out string? known), known), (map.TryGet(node, out string? found), found));
            Assert.Equal(known, map.Find(node));
        }
        map.Clear();
        Assert.DoesNotContain(Nodes, map.Contains);
    }

    [Fact]
    public void OfANodeThatIsNotThereTheErrorSaysWhich()
    {
        var map = new NodeMap<int> { [Nodes[0]] = 1 };
        Assert.Contains("float32[3]", Assert.Throws<KeyNotFoundException>(() => map[Mx.Sin(Mx.Ones(3)).Node]).Message);
    }

    // Other nodes are made between some of them.
    private static Node Made(int i)
    {
        for (int skipped = i % 7 == 0 ? 200 : i % 2; skipped > 0; skipped--)
            _ = Mx.Negative(Mx.Ones(1));
        return Mx.Negative(Mx.Ones(1)).Node;
    }
}
