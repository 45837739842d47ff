namespace Tangent;

public static partial class Trees
{
    /// <summary>A tree of dictionaries and lists from paths: a branch whose names are all whole numbers from 0 is a <c>List&lt;object&gt;</c>, any other a <c>Dictionary&lt;string, object&gt;</c>.</summary>
    /// <param name="leaves">Paths and arrays; the path "" alone gives the array itself.</param>
    /// <exception cref="ArgumentException">A path comes twice, or goes on where another ends.</exception>
    [Mlx("utils.tree_unflatten")]
    public static object Unflatten(IEnumerable<(string Path, NDArray Array)> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        var root = new Dictionary<string, object>();
        foreach ((string path, NDArray array) in leaves)
        {
            if (path.Length == 0)
                return root.Count == 0 ? array.Share() : throw new ArgumentException("Unflatten: an array without a path stands alone.", nameof(leaves));
            Insert(root, path, array);
        }
        return Lists(root);
    }

    private static void Insert(Dictionary<string, object> branch, string path, NDArray array)
    {
        string[] names = path.Split('.');
        foreach (string name in names[..^1])
        {
            if (!branch.TryGetValue(name, out object? next))
                branch[name] = next = new Dictionary<string, object>();
            branch = next as Dictionary<string, object> ?? throw new ArgumentException($"Unflatten: '{path}' goes on where another path ends.", nameof(path));
        }
        if (!branch.TryAdd(names[^1], array.Share()))
            throw new ArgumentException($"Unflatten: there are two entries for '{path}'.", nameof(path));
    }

    private static object Lists(Dictionary<string, object> branch)
    {
        foreach (string name in branch.Keys.ToArray())
            if (branch[name] is Dictionary<string, object> inner)
                branch[name] = Lists(inner);
        if (Enumerable.Range(0, branch.Count).All(i => branch.ContainsKey(TreeNames.Of(i))))
            return Enumerable.Range(0, branch.Count).Select(i => branch[TreeNames.Of(i)]).ToList();
        return branch;
    }
}
