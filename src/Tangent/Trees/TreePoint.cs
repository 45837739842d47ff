using Tangent.Kernels;

namespace Tangent;

/// <summary>The point at which a function of a tree is differentiated.</summary>
internal static class TreePoint
{
    /// <summary>
    /// The arrays of the point. A point without arrays, or one that holds a .NET array of floating numbers, is refused:
    /// the function could convert it unseen, and its derivative would be a silent zero.
    /// </summary>
    public static NDArray[] Arrays(string function, object? tree)
    {
        if (FindNumbers(tree) is { } type)
            throw new ArgumentException($"{function}: the point holds a {type.Name}, which carries no derivative; convert it to an NDArray first.", nameof(tree));
        NDArray[] arrays = Tree.Flatten(tree);
        if (arrays.Length == 0)
            throw new ArgumentException($"{function}: the point, a {tree?.GetType().Name ?? "null"}, holds no array.", nameof(tree));
        return arrays;
    }

    private static Type? FindNumbers(object? tree)
    {
        if (tree is Array && NumberTypes.Of(tree.GetType().GetElementType()) is { } dtype)
            return dtype.IsInexact ? tree.GetType() : null;
        foreach (object? branch in Tree.Branches(tree) ?? [])
            if (FindNumbers(branch) is { } type)
                return type;
        return null;
    }
}
