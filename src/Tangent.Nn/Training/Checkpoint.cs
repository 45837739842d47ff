using Tangent.Layers;

namespace Tangent;

public static partial class Nn
{
    /// <summary>
    /// A module as a function of which reverse mode keeps only the argument: what happens in between is computed again when the gradient needs it.
    /// Parameters are differentiated as usual, random numbers are the same again, and buffers that it assigns are assigned once.
    /// </summary>
    /// <example><code>
    /// var layer = new Tangent.Layers.Linear(weight: Mx.Array([[1f, 2f]]));
    /// Func&lt;NDArray, NDArray&gt; checkpointed = Nn.Checkpoint(layer);
    /// Console.WriteLine(Mx.Grad(x => Mx.Sum(Mx.Square(checkpointed(x))))(Mx.Array([3f, 4f]))); // array([22, 44], dtype=float32)
    /// </code></example>
    [Mlx("nn.utils.checkpoint")]
    public static Func<NDArray, NDArray> Checkpoint(Layers.Unary module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return Checkpoint<NDArray>(module, module.Call);
    }

    /// <summary>The same for a function that calls a module: of whatever tree it takes, reverse mode keeps only that.</summary>
    public static Func<TIn, NDArray> Checkpoint<TIn>(Module module, Func<TIn, NDArray> function)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            AssignedArrays? assigned = null;
            NDArray[] results = Mx.Checkpoint<TIn, NDArray[]>(inputs =>
            {
                (NDArray y, assigned) = AssignedArrays.Of("Checkpoint", module, () => function(inputs));
                return [y, .. assigned.Arrays];
            })(x);
            assigned?.Put(module, results[1..]);
            return results[0];
        };
    }
}
