namespace Tangent;

/// <summary>Applies a function in each place of some trees of one form.</summary>
internal static class TreeMap
{
    /// <summary>A tree like the first that holds the function's results.</summary>
    public static T Of<T>(string name, Func<string, NDArray[], NDArray> function, T[] trees)
    {
        NDArray[] first = NDArray.Share(Tree.Arrays(name, TreeRole.Argument, trees[0]));
        string[] paths = TreePaths.Of(trees[0]);
        var others = new NDArray?[trees.Length - 1][];
        for (int k = 1; k < trees.Length; k++)
            others[k - 1] = new TreeMatch(name, "array", "array of the first tree").ReadAll(trees[0], trees[k]);
        var results = new NDArray[first.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = function(paths[i], Row(i)) ?? throw new ArgumentException($"{name}: the function returned null for '{paths[i]}'.", nameof(function));
        return Tree.Rebuild(trees[0], NDArray.Share(results));

        NDArray[] Row(int i) =>
            [first[i], .. others.Select((tree, k) => tree[i]?.Share() ?? throw new ArgumentException($"{name}: tree {k + 2} has no array at '{paths[i]}'.", nameof(trees)))];
    }
}
