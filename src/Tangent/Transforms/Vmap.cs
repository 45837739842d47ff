using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>A function that maps <paramref name="function"/> over an axis of its arguments, all examples at once.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, null for one that all share; by default axis 0 of each.</param>
    /// <param name="outAxes">For each result the axis along which its examples are stacked; by default axis 0.</param>
    [Mlx("core.vmap")]
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[]> Vmap(Func<NDArray[], NDArray[]> function, int?[]? inAxes = null, int?[]? outAxes = null) =>
        x => VectorizedMap.Run(function, x, inAxes, outAxes);

    /// <summary>A function that maps a function of one array over an axis of its argument.</summary>
    /// <param name="function">A function of an example.</param>
    /// <param name="inAxes">The axis of the examples.</param>
    /// <param name="outAxes">The axis along which the results are stacked.</param>
    [OverloadResolutionPriority(2)]
    public static Func<NDArray, NDArray> Vmap(Func<NDArray, NDArray> function, VmapAxes inAxes = default, VmapAxes outAxes = default) => Vmap<NDArray, NDArray>(function, inAxes, outAxes);

    /// <summary>A function that maps a function of a tree over an axis of its arrays.</summary>
    /// <param name="function">A function of an example that returns an array or another tree.</param>
    /// <param name="inAxes">The axis of the examples: one for all arrays, or a tuple, list or dictionary along the tree; null for what all share.</param>
    /// <param name="outAxes">The axis along which the results are stacked, likewise.</param>
    public static Func<TIn, TOut> Vmap<TIn, TOut>(Func<TIn, TOut> function, VmapAxes inAxes = default, VmapAxes outAxes = default) =>
        x => TreeVmap.Run(function, x, inAxes, outAxes);

    /// <summary>A function that maps a function of two arrays over an axis of its arguments.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, null for one that all share.</param>
    /// <param name="outAxes">The axis along which the results are stacked.</param>
    public static Func<NDArray, NDArray, NDArray> Vmap(Func<NDArray, NDArray, NDArray> function, VmapAxes inAxes = default, VmapAxes outAxes = default) => Vmap<NDArray, NDArray, NDArray>(function, inAxes, outAxes);

    /// <summary>A function that maps a function of three arrays over an axis of its arguments.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, null for one that all share.</param>
    /// <param name="outAxes">The axis along which the results are stacked.</param>
    public static Func<NDArray, NDArray, NDArray, NDArray> Vmap(Func<NDArray, NDArray, NDArray, NDArray> function, VmapAxes inAxes = default, VmapAxes outAxes = default) => Vmap<NDArray, NDArray, NDArray, NDArray>(function, inAxes, outAxes);

    /// <summary>A function that maps a function of four arrays over an axis of its arguments.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, null for one that all share.</param>
    /// <param name="outAxes">The axis along which the results are stacked.</param>
    public static Func<NDArray, NDArray, NDArray, NDArray, NDArray> Vmap(Func<NDArray, NDArray, NDArray, NDArray, NDArray> function, VmapAxes inAxes = default, VmapAxes outAxes = default) => Vmap<NDArray, NDArray, NDArray, NDArray, NDArray>(function, inAxes, outAxes);

    /// <summary>A function that maps a function of two trees over an axis of their arrays.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, or axes along the tree that it is; null for what all share.</param>
    /// <param name="outAxes">The axis along which the results are stacked, or axes along the tree that they are.</param>
    public static Func<T1, T2, TOut> Vmap<T1, T2, TOut>(Func<T1, T2, TOut> function, VmapAxes inAxes = default, VmapAxes outAxes = default)
    {
        TreeTypes.Tuple<T1, T2>();
        return (x, y) => TreeVmap.Run<(T1, T2), TOut>(v => function(v.Item1, v.Item2), (x, y), inAxes, outAxes);
    }

    /// <summary>A function that maps a function of three trees over an axis of their arrays.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, or axes along the tree that it is; null for what all share.</param>
    /// <param name="outAxes">The axis along which the results are stacked, or axes along the tree that they are.</param>
    public static Func<T1, T2, T3, TOut> Vmap<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function, VmapAxes inAxes = default, VmapAxes outAxes = default)
    {
        TreeTypes.Tuple<T1, T2, T3>();
        return (x, y, z) => TreeVmap.Run<(T1, T2, T3), TOut>(v => function(v.Item1, v.Item2, v.Item3), (x, y, z), inAxes, outAxes);
    }

    /// <summary>A function that maps a function of four trees over an axis of their arrays.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, or axes along the tree that it is; null for what all share.</param>
    /// <param name="outAxes">The axis along which the results are stacked, or axes along the tree that they are.</param>
    public static Func<T1, T2, T3, T4, TOut> Vmap<T1, T2, T3, T4, TOut>(Func<T1, T2, T3, T4, TOut> function, VmapAxes inAxes = default, VmapAxes outAxes = default)
    {
        TreeTypes.Tuple<T1, T2, T3, T4>();
        return (x, y, z, w) => TreeVmap.Run<(T1, T2, T3, T4), TOut>(v => function(v.Item1, v.Item2, v.Item3, v.Item4), (x, y, z, w), inAxes, outAxes);
    }
}
