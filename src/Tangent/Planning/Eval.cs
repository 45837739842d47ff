namespace Tangent;

public static partial class Mx
{
    /// <summary>Computes the values of arrays now, together, so that they share work.</summary>
    [Mlx("core.eval")]
    public static void Eval(params NDArray[] arrays) => Evaluator.Evaluate("Eval", [.. arrays.Select(array => array.Node)]);

    /// <summary>Computes the values of all arrays of a tree now.</summary>
    public static void Eval<T>(T tree) => Eval(Tree.Flatten(tree));

    /// <summary>Computes the values of arrays on another thread.</summary>
    /// <param name="arrays">The arrays.</param>
    /// <param name="cancellation">Cancels before the work begins; once begun it is finished.</param>
    [Mlx("core.async_eval")]
    public static Task EvalAsync(NDArray[] arrays, CancellationToken cancellation = default) => Task.Run(() => Eval(arrays), cancellation);
}
