using System.Collections.Concurrent;
using Tangent.Kernels;

namespace Tangent;

/// <summary>A function with its plans, one for each signature of arguments.</summary>
internal sealed class CompiledFunction(Func<NDArray[], NDArray[]> function)
{
    private readonly ConcurrentDictionary<CompileKey, CompiledPlan> plans = new();

    /// <summary>False while compiled functions are to run as ordinary ones.</summary>
    public static bool IsEnabled { get; set; } = true;

    /// <summary>Runs the plan for these arguments. Inside a transform in progress the function itself runs, so that nothing it captures is taken for a constant.</summary>
    public NDArray[] Call(NDArray[] x)
    {
        NDArray[] arguments = TangentCheck.Strong(x);
        if (!IsEnabled || Trace.Current is not null)
            return function(NDArray.Share(arguments));
        Evaluator.Evaluate([.. arguments.Select(array => array.Node)]);
        var key = new CompileKey([.. arguments.Select(array => array.Spec)]);
        CompiledPlan plan = plans.GetOrAdd(key, specs => CompiledPlan.Of(function, specs.Arguments));
        BufferView[] results = plan.Run([.. arguments.Select(array => array.DenseFromStart())]);
        return [.. results.Select(view => new Node(view).Handle())];
    }
}
