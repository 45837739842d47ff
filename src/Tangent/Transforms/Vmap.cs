namespace Tangent;

public static partial class Mx
{
    /// <summary>A function that maps <paramref name="function"/> over an axis of its arguments, all examples at once.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="inAxes">For each argument the axis of the examples, null for one that all share; by default axis 0 of each.</param>
    /// <param name="outAxes">For each result the axis along which its examples are stacked; by default axis 0.</param>
    /// <example><code>
    /// Func&lt;NDArray[], NDArray[]&gt; lengths = Mx.Vmap(v => [Mx.Norm(v[0])]);
    /// Console.WriteLine(lengths([Mx.Array([[3f, 4f], [6f, 8f]])])[0]); // array([5, 10], dtype=float32)
    /// </code></example>
    [Mlx("core.vmap")]
    public static Func<NDArray[], NDArray[]> Vmap(Func<NDArray[], NDArray[]> function, int?[]? inAxes = null, int?[]? outAxes = null) =>
        x => VectorizedMap.Run(function, TangentCheck.Strong(x), inAxes, outAxes);
}
