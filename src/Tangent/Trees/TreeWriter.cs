namespace Tangent;

/// <summary>Puts other arrays into the places of a tree's arrays, in their order; null empties a place.</summary>
internal sealed class TreeWriter(IReadOnlyList<NDArray?> arrays, TreeAccess access = TreeAccess.Copy) : TreeVisitor(access)
{
    private int next;

    /// <summary>A tree of the same form that holds other arrays.</summary>
    public static T Copy<T>(T like, IReadOnlyList<NDArray?> arrays)
    {
        if (typeof(T) == typeof(NDArray) && like is not null)
            return (T)(object)arrays[0]!;
        new TreeWriter(arrays).Tree("", ref like);
        return like;
    }

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
        if (array is not null)
            array = arrays[next++];
    }
}
