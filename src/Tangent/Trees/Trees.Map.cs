namespace Tangent;

public static partial class Trees
{
    /// <summary>A tree of the same form that holds the function's results for each array.</summary>
    [Mlx("utils.tree_map")]
    public static T Map<T>(Func<NDArray, NDArray> function, T tree) => TreeMap.Of<T>("Map", (_, x) => function(x[0]), [tree]);

    /// <summary>A tree that holds the function's results for the arrays in each place of two trees of one form.</summary>
    public static T Map<T>(Func<NDArray, NDArray, NDArray> function, T tree1, T tree2) => TreeMap.Of<T>("Map", (_, x) => function(x[0], x[1]), [tree1, tree2]);

    /// <summary>A tree that holds the function's results for the arrays in each place of three trees of one form.</summary>
    public static T Map<T>(Func<NDArray, NDArray, NDArray, NDArray> function, T tree1, T tree2, T tree3) => TreeMap.Of<T>("Map", (_, x) => function(x[0], x[1], x[2]), [tree1, tree2, tree3]);

    /// <summary>A tree that holds the function's results for the arrays in each place of four trees of one form.</summary>
    public static T Map<T>(Func<NDArray, NDArray, NDArray, NDArray, NDArray> function, T tree1, T tree2, T tree3, T tree4) => TreeMap.Of<T>("Map", (_, x) => function(x[0], x[1], x[2], x[3]), [tree1, tree2, tree3, tree4]);

    /// <summary>A tree of the same form that holds the function's results for each array, which it gets with its path.</summary>
    [Mlx("utils.tree_map_with_path")]
    public static T MapWithPath<T>(Func<string, NDArray, NDArray> function, T tree) => TreeMap.Of<T>("MapWithPath", (path, x) => function(path, x[0]), [tree]);

    /// <summary>A tree that holds the function's results for the arrays in each place of two trees of one form, which it gets with the path of the place.</summary>
    public static T MapWithPath<T>(Func<string, NDArray, NDArray, NDArray> function, T tree1, T tree2) => TreeMap.Of<T>("MapWithPath", (path, x) => function(path, x[0], x[1]), [tree1, tree2]);

    /// <summary>A tree that holds the function's results for the arrays in each place of three trees of one form, which it gets with the path of the place.</summary>
    public static T MapWithPath<T>(Func<string, NDArray, NDArray, NDArray, NDArray> function, T tree1, T tree2, T tree3) => TreeMap.Of<T>("MapWithPath", (path, x) => function(path, x[0], x[1], x[2]), [tree1, tree2, tree3]);

    /// <summary>A tree that holds the function's results for the arrays in each place of four trees of one form, which it gets with the path of the place.</summary>
    public static T MapWithPath<T>(Func<string, NDArray, NDArray, NDArray, NDArray, NDArray> function, T tree1, T tree2, T tree3, T tree4) => TreeMap.Of<T>("MapWithPath", (path, x) => function(path, x[0], x[1], x[2], x[3]), [tree1, tree2, tree3, tree4]);
}
