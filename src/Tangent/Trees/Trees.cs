namespace Tangent;

/// <summary>
/// Functions of whole trees. A tree is an array; a tuple, list or dictionary by string of trees; or a type with <c>[Tree]</c>. The path
/// of an array is made of the names, keys and indices that lead to it, joined by dots: <c>layers.0.weight</c>.
/// </summary>
public static partial class Trees
{
    /// <summary>The arrays of a tree with their paths, depth first; empty places are left out.</summary>
    /// <example><code>
    /// (NDArray, NDArray[]) layers = (Mx.Ones(2), [Mx.Ones(3), Mx.Ones((4, 5))]);
    /// Console.WriteLine(string.Join(", ", Trees.Flatten(layers).Select(leaf => $"{leaf.Path} {leaf.Array.Shape}"))); // 0 [2], 1.0 [3], 1.1 [4,5]
    /// </code></example>
    [Mlx("utils.tree_flatten")]
    public static IReadOnlyList<(string Path, NDArray Array)> Flatten<T>(T tree)
    {
        NDArray[] arrays = Tree.Arrays("Flatten", TreeRole.Argument, tree);
        string[] paths = TreePaths.Of(tree);
        return [.. arrays.Select((array, i) => (paths[i], array.Share()))];
    }

    /// <summary>A tree of a given form that holds other arrays, found by their paths.</summary>
    /// <param name="like">A tree of the form that is wanted.</param>
    /// <param name="leaves">An array for each array of <paramref name="like"/>, in any order.</param>
    /// <exception cref="ArgumentException">A path is missing, is none of the form's, or comes twice.</exception>
    /// <example><code>
    /// var parameters = new Dictionary&lt;string, NDArray&gt; { ["w"] = Mx.Array([1f, 2f]), ["b"] = Mx.Array([3f]) };
    /// var doubled = Trees.Unflatten(parameters, Trees.Flatten(parameters).Select(leaf => (leaf.Path, leaf.Array * 2)));
    /// Console.WriteLine(doubled["b"]); // array([6], dtype=float32)
    /// </code></example>
    public static T Unflatten<T>(T like, IEnumerable<(string Path, NDArray Array)> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        var given = new Dictionary<string, NDArray>();
        foreach ((string path, NDArray array) in leaves)
            if (!given.TryAdd(path, array))
                throw new ArgumentException($"Unflatten: there are two arrays for '{path}'.", nameof(leaves));
        string[] paths = TreePaths.Of(like);
        if (paths.FirstOrDefault(path => !given.ContainsKey(path)) is { } missing)
            throw new ArgumentException($"Unflatten: there is no array for '{missing}'.", nameof(leaves));
        if (given.Keys.Except(paths).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"Unflatten: the form has no place '{unknown}'.", nameof(leaves));
        return Tree.Rebuild(like, Array.ConvertAll(paths, path => given[path].Share()));
    }

    /// <summary>Folds the arrays of a tree, depth first, into one value.</summary>
    /// <param name="function">From what was found so far and an array to what is found then.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="initial">What is found without any array.</param>
    public static TResult Reduce<T, TResult>(Func<TResult, NDArray, TResult> function, T tree, TResult initial)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Tree.Arrays("Reduce", TreeRole.Argument, tree).Aggregate(initial, function);
    }

    /// <summary>Folds the arrays of a tree, depth first, into one, beginning with the first.</summary>
    /// <exception cref="ArgumentException">The tree holds no array.</exception>
    /// <example><code>
    /// var parameters = new Dictionary&lt;string, NDArray&gt; { ["w"] = Mx.Array([1f, 2f]), ["b"] = Mx.Array([3f]) };
    /// Console.WriteLine(Trees.Reduce((most, v) => Mx.Maximum(Mx.Max(most), Mx.Max(v)), parameters)); // array(3, dtype=float32)
    /// </code></example>
    [Mlx("utils.tree_reduce")]
    public static NDArray Reduce<T>(Func<NDArray, NDArray, NDArray> function, T tree)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Tree.Arrays("Reduce", TreeRole.Argument, tree) is { Length: > 0 } arrays
            ? arrays.Aggregate(function)
            : throw new ArgumentException("Reduce: the tree holds no array; say what to begin with.", nameof(tree));
    }

    /// <summary>A tree that holds what either of two trees holds: empty places, keys and further elements are taken from the other.</summary>
    /// <param name="first">A tree.</param>
    /// <param name="second">Another of the same type.</param>
    /// <param name="merge">What to make of two arrays in one place; null refuses that.</param>
    /// <example><code>
    /// var some = new Dictionary&lt;string, NDArray&gt; { ["w"] = Mx.Array([1f]) };
    /// var others = new Dictionary&lt;string, NDArray&gt; { ["b"] = Mx.Array([3f]) };
    /// Console.WriteLine(Trees.Merge(some, others).Count); // 2
    /// </code></example>
    [Mlx("utils.tree_merge")]
    public static T Merge<T>(T first, T second, Func<NDArray, NDArray, NDArray>? merge = null) =>
        Trees.Map(array => array, new TreeMerge(merge).Of(first, second));
}
