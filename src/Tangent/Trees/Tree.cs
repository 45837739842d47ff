namespace Tangent;

/// <summary>Takes trees apart and puts them together.</summary>
internal static class Tree
{
    /// <summary>The arrays of a tree, depth first.</summary>
    public static NDArray[] Arrays<T>(string function, TreeRole role, T tree, IReadOnlyList<TreePart>? passed = null)
    {
        // One array, the commonest tree, needs no walk.
        if (typeof(T) == typeof(NDArray) && tree is NDArray array)
            return [array];
        return TreeReader.Read(function, role, tree, passed).Arrays;
    }

    /// <summary>A tree of the same form that holds other arrays.</summary>
    public static T Rebuild<T>(T like, IReadOnlyList<NDArray?> arrays) => TreeWriter.Copy(like, arrays);
}
