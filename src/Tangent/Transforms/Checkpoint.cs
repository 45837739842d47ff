using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The same function, of which reverse mode keeps only the inputs: what happens in between is computed again when
    /// the gradient needs it. Arrays that the function captures are differentiated as usual.
    /// </summary>
    /// <example><code>
    /// Func&lt;NDArray, NDArray&gt; layer = Mx.Checkpoint((NDArray v) => Mx.Tanh(v * v));
    /// Console.WriteLine($"{Mx.Grad(v => Mx.Sum(layer(v)))(Mx.Array([1f])):f4}"); // [0.8399]
    /// </code></example>
    [Mlx("core.checkpoint")]
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[]> Checkpoint(Func<NDArray[], NDArray[]> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => Tangent.Checkpoint.Call(function, x);
    }

    /// <summary>The same function of one array, of which reverse mode keeps only the input.</summary>
    [OverloadResolutionPriority(2)]
    public static Func<NDArray, NDArray> Checkpoint(Func<NDArray, NDArray> function) => Checkpoint<NDArray, NDArray>(function);

    /// <summary>The same function of two arrays, of which reverse mode keeps only the inputs.</summary>
    public static Func<NDArray, NDArray, NDArray> Checkpoint(Func<NDArray, NDArray, NDArray> function) => Checkpoint<NDArray, NDArray, NDArray>(function);

    /// <summary>The same function of a tree, of which reverse mode keeps only the inputs.</summary>
    public static Func<TIn, TOut> Checkpoint<TIn, TOut>(Func<TIn, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            var leaves = new TreeFunction<TIn, TOut>("Checkpoint", function, x);
            return leaves.Result(Checkpoint(leaves.Call)(Tree.Arrays("Checkpoint", TreeRole.Argument, x)));
        };
    }

    /// <summary>The same function of two trees, of which reverse mode keeps only the inputs.</summary>
    public static Func<T1, T2, TOut> Checkpoint<T1, T2, TOut>(Func<T1, T2, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        TreeTypes.Tuple<T1, T2>();
        Func<(T1, T2), TOut> checkpointed = Checkpoint<(T1, T2), TOut>(x => function(x.Item1, x.Item2));
        return (x, y) => checkpointed((x, y));
    }

    /// <summary>The same function of three trees, of which reverse mode keeps only the inputs.</summary>
    public static Func<T1, T2, T3, TOut> Checkpoint<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        TreeTypes.Tuple<T1, T2, T3>();
        Func<(T1, T2, T3), TOut> checkpointed = Checkpoint<(T1, T2, T3), TOut>(x => function(x.Item1, x.Item2, x.Item3));
        return (x, y, z) => checkpointed((x, y, z));
    }
}

/// <summary>A call of a function whose reverse rule runs the function again.</summary>
internal sealed record Checkpoint(Closure Body) : MultiOutput
{
    /// <summary>Calls a function so that a transform in progress treats it as one operation.</summary>
    public static NDArray[] Call(Func<NDArray[], NDArray[]> function, NDArray[] x)
    {
        Operands.Require(x, "arguments");
        if (!Trace.Sees(x))
            return NDArray.Share(FunctionResults.Of("Checkpoint", function(NDArray.Share(x))));
        if (LiteralArguments.Kinds(x) is { } kinds)
            return Call(LiteralArguments.Seeing(function, kinds), LiteralArguments.Exact(x));
        Closure body = Closure.Of("Checkpoint", function, x);
        // What has an effect happens once; nothing of it is computed again.
        if (body.HasEffects)
            return NDArray.Share(FunctionResults.Of("Checkpoint", function(NDArray.Share(x))));
        NDArray[] inputs = [.. x, .. body.Captured];
        return inputs.Any(input => input.Node.IsTraced) ? new Checkpoint(body).ApplyAll(inputs) : NDArray.Share(body.Results);
    }

    /// <inheritdoc/>
    public override (string Name, Closure? Function)[] Closures => [(nameof(Body), Body)];

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => Body.Specs;

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x) => Body.Run(x);

    /// <inheritdoc/>
    public override NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct) =>
        Reverse.Through(Body.Run, After.Of(x, ct), active, ct);

    /// <summary>The transpose of the function, which is checkpointed too: what it takes from the other inputs is computed again.</summary>
    public override NDArray?[] TransposeAll(NDArray?[] ct, NDArray?[] x, ArraySpec[] inputs)
    {
        NDArray?[] given = [.. x, .. ct];
        NDArray?[] cotangents = [];
        NDArray[] results = Call(Transpose, Tangents.Present(given));
        return Tangents.Replace(cotangents, results);

        NDArray[] Transpose(NDArray[] values)
        {
            NDArray?[] all = Tangents.Replace(given, values);
            cotangents = Transposition.Through(Body.Run, all[..x.Length], inputs, all[x.Length..]);
            return Tangents.Present(cotangents);
        }
    }

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes)
    {
        int?[] outAxes = [];
        NDArray[] y = Call(Batch, x);
        return [.. y.Select((array, i) => new Batched(array, outAxes[i]))];

        NDArray[] Batch(NDArray[] inputs)
        {
            Batched[] results = Batching.Through(Body.Run, inputs, axes);
            outAxes = [.. results.Select(result => result.Axis)];
            return [.. results.Select(result => result.Array)];
        }
    }
}
