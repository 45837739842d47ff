namespace Tangent;

/// <summary>
/// Along which axis the examples of a tree lie: one for all its arrays, or a tuple, list or dictionary of such axes along the tree.
/// Where nothing is said it is axis 0; null stands for arrays that all examples share.
/// </summary>
public readonly struct VmapAxes
{
    private readonly object? tree;
    private readonly bool isGiven;

    private VmapAxes(object? tree)
    {
        this.tree = tree;
        isGiven = true;
    }

    /// <summary>No axis: all examples share the arrays.</summary>
    public static VmapAxes None => new(null);

    /// <summary>One axis for all arrays; null for none.</summary>
    public static implicit operator VmapAxes(int? axis) => new(axis);

    /// <summary>Axes for a tuple or for two arguments.</summary>
    public static implicit operator VmapAxes((int?, int?) axes) => new VmapAxes[] { axes.Item1, axes.Item2 };

    /// <summary>Axes for a tuple or for three arguments.</summary>
    public static implicit operator VmapAxes((int?, int?, int?) axes) => new VmapAxes[] { axes.Item1, axes.Item2, axes.Item3 };

    /// <summary>Axes for a tuple or for four arguments.</summary>
    public static implicit operator VmapAxes((int?, int?, int?, int?) axes) => new VmapAxes[] { axes.Item1, axes.Item2, axes.Item3, axes.Item4 };

    /// <summary>Axes for a tuple or for two arguments.</summary>
    public static implicit operator VmapAxes((VmapAxes, VmapAxes) axes) => new(new[] { axes.Item1, axes.Item2 });

    /// <summary>Axes for a tuple or for three arguments.</summary>
    public static implicit operator VmapAxes((VmapAxes, VmapAxes, VmapAxes) axes) => new(new[] { axes.Item1, axes.Item2, axes.Item3 });

    /// <summary>Axes for a tuple or for four arguments.</summary>
    public static implicit operator VmapAxes((VmapAxes, VmapAxes, VmapAxes, VmapAxes) axes) => new(new[] { axes.Item1, axes.Item2, axes.Item3, axes.Item4 });

    /// <summary>Axes for the elements of a tuple or list.</summary>
    public static implicit operator VmapAxes(int?[] axes) => new(Array.ConvertAll(axes, axis => (VmapAxes)axis));

    /// <summary>Axes for the elements of a tuple or list.</summary>
    public static implicit operator VmapAxes(VmapAxes[] axes) => new(axes);

    /// <summary>Axes by name, for a dictionary or the members of a <c>[Tree]</c>.</summary>
    public static implicit operator VmapAxes(Dictionary<string, int?> axes) => new(axes.ToDictionary(pair => pair.Key, pair => (VmapAxes)pair.Value));

    /// <summary>Axes by name, for a dictionary or the members of a <c>[Tree]</c>.</summary>
    public static implicit operator VmapAxes(Dictionary<string, VmapAxes> axes) => new(axes);

    /// <summary>The axis of each array of a tree.</summary>
    /// <param name="parts">The tree as it was read.</param>
    /// <param name="what">What the axes are, for messages.</param>
    internal int?[] Along(List<TreePart> parts, string what)
    {
        var axes = new List<int?>();
        int at = 0;
        while (at < parts.Count)
            Collect(parts, ref at, axes, "", what);
        return [.. axes];
    }

    private void Collect(List<TreePart> parts, ref int at, List<int?> axes, string path, string what)
    {
        TreePart part = parts[at++];
        if (part.Kind == TreePartKind.Array)
            axes.Add(isGiven ? tree is null or int ? (int?)tree : throw Mismatch("one array", path, what) : 0);
        if (part.Kind != TreePartKind.Begin)
            return;
        int count = 0;
        for (; parts[at].Kind != TreePartKind.End; count++)
        {
            string inner = TreeNames.Join(path, parts[at].Name);
            Branch(parts[at].Name, count, inner, what).Collect(parts, ref at, axes, inner, what);
        }
        at++;
        RequireCount(count, path, what);
    }

    private VmapAxes Branch(string name, int index, string path, string what) => tree switch
    {
        VmapAxes[] list => index < list.Length ? list[index] : throw Mismatch($"more than {list.Length} members", path, what),
        Dictionary<string, VmapAxes> byName => byName.TryGetValue(name, out VmapAxes axes) ? axes : throw new ArgumentException($"Vmap: there is no {what} for '{path}'.", what),
        _ => this,
    };

    private void RequireCount(int count, string path, string what)
    {
        int given = tree is VmapAxes[] list ? list.Length : tree is Dictionary<string, VmapAxes> byName ? byName.Count : count;
        if (given != count)
            throw Mismatch($"{count} members", path, what);
    }

    private ArgumentException Mismatch(string found, string path, string what)
    {
        string axes = tree switch
        {
            VmapAxes[] list => $"{list.Length} axes",
            Dictionary<string, VmapAxes> byName => $"axes for {string.Join(", ", byName.Keys)}",
            _ => "an axis",
        };
        return new($"Vmap: {what} gives {axes} for {found}{(path.Length == 0 ? "" : $" at '{path}'")}.", what);
    }
}
