namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Xunit;

/// <summary>Arrays by path are a dictionary in order, a tree, and a file.</summary>
public class ParameterTreeTests
{
    private static readonly ParameterTree Two = new(new Dictionary<string, NDArray> { ["a.w"] = Mx.Array([3f]), ["b"] = Mx.Array([[4f], [0f]]) });

    [Fact]
    public void ItIsADictionary()
    {
        Assert.Equal(["a.w", "b"], Two.Keys);
        Assert.Equal(2, Two.Count);
        Assert.True(Two.ContainsKey("b"));
        Assert.False(Two.TryGetValue("c", out _));
        Refusal.Of<KeyNotFoundException>("ParameterTree: there is no array 'a.v'; did you mean 'a.w'?", () => Two["a.v"]);
        Refusal.Argument("ParameterTree: there are two arrays 'x'.", () => new ParameterTree([new("x", 1), new("x", 2)]));
        Refusal.Argument("ParameterTree: the array 'x' is null.", () => new ParameterTree([new("x", null!)]));
    }

    [Fact]
    public void ItIsMappedChosenAndMerged()
    {
        Same.Bits(Mx.Array([6f]), Two.Map(array => array * 2)["a.w"]);
        Same.Bits(Mx.Array([9f]), Two.Map(Two, (x, y) => x * y)["a.w"]);
        Assert.Equal(["b"], Two.Where(path => !path.StartsWith("a.", StringComparison.Ordinal)).Keys);
        Assert.Equal(["a.w", "b", "c"], Two.Merge(new ParameterTree([new("c", 1), new("b", 2)])).Keys);
        Assert.Equal(5f, Two.Norm().Item<float>());
        Assert.Equal(0f, ParameterTree.Empty.Norm().Item<float>());
        Refusal.Argument("Map: the second tree has no array 'b'.", () => Two.Map(Two.Where(path => path != "b"), (x, _) => x));
        Refusal.Argument("Map: the first tree has no array 'b'.", () => Two.Where(path => path != "b").Map(Two, (x, _) => x));
    }

    [Fact]
    public void EveryTransformTakesIt()
    {
        Func<ParameterTree, NDArray> loss = p => Mx.Sum(Mx.Square(p["a.w"])) + Mx.Sum(p["b"] * p["a.w"]);
        ParameterTree gradient = Mx.Grad(loss)(Two);
        Same.Bits(Mx.Array([10f]), gradient["a.w"]);
        (NDArray value, NDArray slope) = Mx.Jvp(loss, Two, gradient);
        Same.Near(Trees.Reduce((sum, x) => sum + x, Trees.Map(x => Mx.Sum(x * x), gradient)), slope);
        Same.Near(value, Mx.Compile(loss)(Two));
        Assert.Equal(["a.w", "b"], Trees.Flatten(Two).Select(leaf => leaf.Path));
    }

    [Fact]
    public void AssigningToWhatIsReturnedChangesNoModule()
    {
        var layer = new Linear(2, 2);
        layer.Parameters()["bias"][0] = 7;
        layer.TrainableParameters()["bias"][0] = 7;
        layer.Clone().Bias![0] = 7;
        layer.With(ParameterTree.Empty).Bias![0] = 7;
        Assert.NotEqual(7f, layer.Bias![0].Item<float>());
    }
}
