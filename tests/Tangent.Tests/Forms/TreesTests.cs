using Xunit;

namespace Tangent.Tests.Forms;

public partial class TreesTests
{
    private static readonly (Dictionary<string, NDArray>, List<Layer>) Tree = (new() { ["w"] = 1, ["b"] = 2 }, [new(3, null), new(4, 5)]);

    [Fact]
    public void PathsLeadToEveryArray()
    {
        Assert.Equal(["0.w", "0.b", "1.0.weight", "1.1.weight", "1.1.bias"], Trees.Flatten(Tree).Select(leaf => leaf.Path));
        Assert.Equal([1, 2, 3, 4, 5], Values(Tree));
        Assert.Equal("", Trees.Flatten<NDArray>(7).Single().Path);
        Assert.Empty(Trees.Flatten(new List<NDArray>()));
    }

    [Fact]
    public void UnflattenFindsEachPlaceByItsPath()
    {
        Assert.Equal([10, 20, 30, 40, 50], Values(Trees.Unflatten(Tree, Trees.Flatten(Tree).Reverse().Select(leaf => (leaf.Path, leaf.Array * 10)))));
        Refusal.Argument("Unflatten: there is no array for '1.1.bias'.", () => Trees.Unflatten(Tree, Trees.Flatten(Tree).SkipLast(1)));
        Refusal.Argument("Unflatten: the form has no place '1.2.weight'.", () => Trees.Unflatten(Tree, Trees.Flatten(Tree).Append(("1.2.weight", 1))));
        Refusal.Argument("Unflatten: there are two arrays for '0.w'.", () => Trees.Unflatten(Tree, Trees.Flatten(Tree).Append(("0.w", 1))));
        Refusal.Argument("Unflatten: 'a.b' goes on where another path ends.", () => Trees.Unflatten([("a", (NDArray)1), ("a.b", 2)]));
        Refusal.Argument("Unflatten: there are two entries for 'a'.", () => Trees.Unflatten([("a", (NDArray)1), ("a", 2)]));
    }

    [Fact]
    public void MapTakesOneToFourTrees()
    {
        Assert.Equal([2, 4, 6, 8, 10], Values(Trees.Map(x => x * 2, Tree)));
        Assert.Equal([3, 6, 9, 12, 15], Values(Trees.Map((x, y) => x + y, Tree, Trees.Map(x => x * 2, Tree))));
        Assert.Equal([3, 6, 9, 12, 15], Values(Trees.Map((x, y, z) => x + y + z, Tree, Tree, Tree)));
        Assert.Equal([4, 8, 12, 16, 20], Values(Trees.Map((x, y, z, w) => x + y + z + w, Tree, Tree, Tree, Tree)));
        Assert.Equal([1, 0, 0, 0, 0], Values(Trees.MapWithPath((path, x) => path == "0.w" ? x : 0, Tree)));
        Assert.Equal([2, 2, 3, 4, 5], Values(Trees.MapWithPath((path, x, y) => path == "0.w" ? x + y : y, Tree, Tree)));
        Assert.Null(Trees.Map(x => x, Tree).Item2[0].Bias);
    }

    [Fact]
    public void MapRefusesOtherForms()
    {
        Refusal.Argument("Map: there is no array for the array of the first tree 'b'; null stands for none.", () => Trees.Map((x, y) => x + y, Tree.Item1, new() { ["w"] = 1 }));
        Refusal.Argument("Map: tree 2 has no array at '1.bias'.", () => Trees.Map((x, y) => x + y, Tree.Item2, [new(1, null), new(1, null)]));
        Refusal.Argument("Map: the function returned null for '0.w'.", () => Trees.Map(_ => null!, Tree));
    }

    [Fact]
    public void AMapIsNoAlias()
    {
        var list = new List<NDArray> { Mx.Array(new[] { 1, 2 }) };
        List<NDArray> copy = Trees.Map(x => x * 1, list);
        copy[0][0] = 5;
        copy.Add(1);
        Assert.Single(list);
        Assert.Equal([1, 2], list[0].ToArray<int>());
    }

    [Fact]
    public void ReduceFoldsInTheOrderOfPaths()
    {
        Assert.Equal(15, Trees.Reduce((x, y) => x + y, Tree).Item<int>());
        Assert.Equal("12345", Trees.Reduce((text, x) => text + x.Item<int>(), Tree, ""));
        Refusal.Argument("Reduce: the tree holds no array; say what to begin with.", () => Trees.Reduce((x, y) => x + y, new List<NDArray>()));
    }

    [Fact]
    public void MergeTakesWhatEitherHolds()
    {
        Assert.Equal([1, 2, 7], Values(Trees.Merge(Tree.Item1, new() { ["c"] = 7 })));
        Assert.Equal([3, 9, 4, 5, 8], Values(Trees.Merge(Tree.Item2, [new(null!, 9), new(null!, null), new(8, null)])));
        Assert.Equal([2, 4, 6, 8, 10], Values(Trees.Merge(Tree, Tree, (x, y) => x + y)));
        Refusal.Argument("Merge: both trees hold an array at '0.w'; say with a function what to make of the two.", () => Trees.Merge(Tree, Tree));
        Assert.Equal(2, Tree.Item1.Count);
    }

    [Fact]
    public void EvalTakesAnyTrees()
    {
        NDArray x = Mx.Array(1f) + 1, y = Mx.Array(2f) * 3, z = Mx.Array(2f) * 5;
        Mx.Eval((x, new List<NDArray> { y }), new Layer(z, null));
        Assert.All(new[] { x, y, z }, array => Assert.NotNull(array.Node.Value));
    }

    [Fact]
    public async Task EvalAsyncTakesAnyTree()
    {
        NDArray x = Mx.Array(1f) + 1;
        await Mx.EvalAsync(new Layer(x, null), TestContext.Current.CancellationToken);
        Assert.NotNull(x.Node.Value);
    }

    private static int[] Values<T>(T tree) => [.. Trees.Flatten(tree).Select(leaf => leaf.Array.Item<int>())];

    [Tree]
    private sealed partial record Layer(NDArray Weight, NDArray? Bias);
}
