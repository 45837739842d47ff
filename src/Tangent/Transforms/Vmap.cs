namespace Tangent;

public static partial class Mx
{
    /// <summary>A function that maps <paramref name="function"/> over an axis of its arguments, all examples at once.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, null for one that all share; by default axis 0 of each.</param>
    /// <param name="outAxes">For each result the axis along which its examples are stacked; by default axis 0.</param>
    [Mlx("core.vmap")]
    public static Func<NDArray[], NDArray[]> Vmap(Func<NDArray[], NDArray[]> function, int?[]? inAxes = null, int?[]? outAxes = null) =>
        x => VectorizedMap.Run(function, x, inAxes, outAxes);
}
