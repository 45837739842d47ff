using Tangent.Kernels;

namespace Tangent;

/// <summary>A function with its plans, one for each signature of arguments.</summary>
internal sealed class CompiledFunction(Func<NDArray[], NDArray[]> function)
{
    // Lengths that go on growing must not fill the memory with plans.
    private readonly BoundedTable<CompileKey, CompiledPlan> plans = new(limit: 256);

    private CompileKey? last;

    /// <summary>Why it is traced the first time.</summary>
    public string FirstReason { get; init; } = "it is called for the first time";

    /// <summary>False while compiled functions are to run as ordinary ones.</summary>
    public static bool IsEnabled { get; set; } = true;

    /// <summary>Runs the plan for these arguments. Inside a transform in progress the function itself runs, so that nothing it captures is taken for a constant.</summary>
    public NDArray[] Call(NDArray[] x)
    {
        Operands.Require(x, "arguments");
        return IsEnabled && !Trace.Sees(x) && !NaNScope.IsOpenHere && Run(x, LiteralArguments.Kinds(x)) is { } y ? y : NDArray.Share(FunctionResults.Of("Compile", function(NDArray.Share(x))));
    }

    // Null if the function captures what depends on a transform in progress: then there is no plan.
    private NDArray[]? Run(NDArray[] x, LiteralKind?[]? literals)
    {
        NDArray[] arguments = literals is null ? x : LiteralArguments.Exact(x);
        Evaluator.Evaluate("Compile", NDArray.NodesOf(arguments));
        var key = new CompileKey(arguments, literals);
        if (!plans.TryGet(key, out CompiledPlan? plan))
        {
            if (CompiledPlan.Of(function, key.Arguments, literals) is not { } made)
                return null;
            if (TraceLog.IsOpen)
                TraceLog.Add(last is null ? FirstReason : key.Difference(last));
            plan = plans.Add(key, made);
        }
        last = key;
        var values = new BufferView[arguments.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = arguments[i].DenseFromStart();
        CollectionPoint.Pass();
        NDArray[] results = plan.Run(values);
        CollectionPoint.EvaluationEnded();
        return results;
    }
}
