namespace Tangent;

/// <summary>
/// The graph of a function as a value: it can be run again on other inputs. What the function took from an enclosing
/// transform in progress is an input too, never a constant.
/// </summary>
internal sealed class Closure
{
    private readonly Substitution graph;

    // Captured arrays are replaced where the graph reads them, or are further parameters.
    private readonly int parameters;

    private Closure(NDArray[] arguments, NDArray[] y, bool hasEffects)
    {
        HasEffects = hasEffects;
        graph = new Substitution([.. arguments.Select(array => array.Node)], [.. y.Select(array => array.Node)]);
        Captured = [.. graph.Outside.Where(array => array.Node.IsTraced || array.Node.DependsOnPlaceholder)];
        Arguments = parameters = arguments.Length;
    }

    private Closure(NDArray[] inputs, int arguments, NDArray[] y)
    {
        graph = new Substitution([.. inputs.Select(array => array.Node)], [.. y.Select(array => array.Node)]);
        Captured = inputs[arguments..];
        Arguments = arguments;
        parameters = inputs.Length;
    }

    /// <summary>A graph that was made already: of its inputs the first are the arguments, and the others stand for what was captured.</summary>
    public static Closure From(NDArray[] inputs, int arguments, NDArray[] y) => new(inputs, arguments, y);

    /// <summary>True if the function does something beside computing: it must not run again.</summary>
    public bool HasEffects { get; }

    /// <summary>Number of arguments.</summary>
    public int Arguments { get; }

    /// <summary>Arrays from outside that depend on a transform in progress: further inputs, after the arguments.</summary>
    public NDArray[] Captured { get; }

    /// <summary>Shapes and types of the arguments and of what was captured.</summary>
    public ArraySpec[] Inputs => [.. graph.Parameters.Take(Arguments).Select(node => node.Spec), .. Captured.Select(array => array.Spec)];

    /// <summary>The results for the arguments that the function was run on.</summary>
    public NDArray[] Results => graph.Results;

    /// <summary>Shapes and types of the results.</summary>
    public ArraySpec[] Specs => [.. Results.Select(array => array.Spec)];

    /// <summary>Runs a function on <paramref name="x"/> and keeps its graph.</summary>
    public static Closure Of(string transform, Func<NDArray[], NDArray[]> function, NDArray[] x)
    {
        using Trace trace = Trace.Open(transform, isRecording: true);
        NDArray[] arguments = Alias.Of(x, trace);
        NDArray[] y = FunctionResults.Of(transform, function(NDArray.Share(arguments)));
        return new Closure(arguments, y, trace.HasEffects);
    }

    /// <summary>The function again on other inputs: the arguments, then the captured arrays.</summary>
    public NDArray[] Run(NDArray[] x) => graph.Run(x[..parameters], Captured[(parameters - Arguments)..], x[parameters..]);

    /// <summary>The function of many examples, along axis 0 of all arguments and results.</summary>
    /// <param name="transform">The public function, for messages.</param>
    /// <param name="arguments">The examples.</param>
    /// <param name="captured">The captured arrays.</param>
    /// <param name="axes">Where these hold the examples; null for those that all share.</param>
    /// <param name="length">Number of examples.</param>
    public Closure Map(string transform, NDArray[] arguments, NDArray[] captured, int?[] axes, int length)
    {
        int?[] front = [.. arguments.Select(_ => (int?)0)];
        return Of(transform, Mapped, arguments);

        NDArray[] Mapped(NDArray[] v) =>
            [.. Batching.Through(Run, [.. v, .. captured], [.. front, .. axes], transform).Select(y => Batching.Spread(y.Array, y.Axis, 0, length))];
    }
}
