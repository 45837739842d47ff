namespace Tangent;

public static partial class Mx
{
    /// <summary>Computes the values of arrays now, together, so that they share work.</summary>
    /// <example><code>
    /// NDArray x = Mx.Ones(3) * 2, y = Mx.Exp(x);
    /// Mx.Eval(x, y); // both at once
    /// Console.WriteLine(y[0]); // array(7.38906, dtype=float32)
    /// </code></example>
    [Mlx("core.eval")]
    public static void Eval(params NDArray[] arrays)
    {
        Operands.Require(arrays);
        Evaluator.Evaluate("Eval", NDArray.NodesOf(arrays));
    }

    /// <summary>Computes the values of all arrays of a tree now.</summary>
    /// <param name="tree">An array, tuple, list, dictionary or <see cref="ITree"/>.</param>
    public static void Eval<T>(T tree) => Eval(Tree.Arrays("Eval", TreeRole.Argument, tree));

    /// <summary>Computes the values of all arrays of trees now, together.</summary>
    public static void Eval<T1, T2>(T1 tree1, T2 tree2) =>
        Eval([.. Tree.Arrays("Eval", TreeRole.Argument, tree1), .. Tree.Arrays("Eval", TreeRole.Argument, tree2)]);

    /// <summary>Computes the values of all arrays of trees now, together.</summary>
    public static void Eval<T1, T2, T3>(T1 tree1, T2 tree2, T3 tree3) =>
        Eval([.. Tree.Arrays("Eval", TreeRole.Argument, tree1), .. Tree.Arrays("Eval", TreeRole.Argument, tree2), .. Tree.Arrays("Eval", TreeRole.Argument, tree3)]);

    /// <summary>
    /// Starts to compute the values of arrays, together, on another thread, after what was handed to the <see cref="DefaultStream"/>
    /// before. Whoever reads one of them meanwhile, or what is made of it, waits for it.
    /// </summary>
    /// <returns>A task that ends when the values are there.</returns>
    [Mlx("core.async_eval")]
    public static Task EvalAsync(params NDArray[] arrays) => EvalAsync(arrays, CancellationToken.None);

    /// <summary>Starts to compute the values of all arrays of a tree, together, on another thread.</summary>
    /// <param name="tree">An array, tuple, list, dictionary or <see cref="ITree"/>.</param>
    /// <param name="cancellation">Stops the work before it begins or between two steps; the arrays stay valid and can be evaluated later.</param>
    /// <returns>A task that ends when the values are there.</returns>
    public static Task EvalAsync<T>(T tree, CancellationToken cancellation = default) => EvalAsync(Tree.Arrays("EvalAsync", TreeRole.Argument, tree), cancellation);

    /// <summary>Starts to compute the values of arrays, together, on another thread.</summary>
    /// <param name="arrays">The arrays.</param>
    /// <param name="cancellation">Stops the work before it begins or between two steps; the arrays stay valid and can be evaluated later.</param>
    /// <returns>A task that ends when the values are there.</returns>
    public static Task EvalAsync(NDArray[] arrays, CancellationToken cancellation)
    {
        Operands.Require(arrays);
        // The nodes are taken now: assigning to a part of an array must not change what is computed.
        Node[] nodes = NDArray.NodesOf(arrays);
        return DeviceStream.Current.Evaluate("EvalAsync", nodes, cancellation);
    }
}
