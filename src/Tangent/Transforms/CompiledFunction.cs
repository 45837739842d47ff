using Tangent.Kernels;

namespace Tangent;

/// <summary>A function with its plans, one for each signature of arguments.</summary>
internal sealed class CompiledFunction(Func<NDArray[], NDArray[]> function)
{
    // Literals take the types of the arrays that they meet: for each choice of arguments that are literals there are other plans.
    private readonly BoundedTable<string, CompiledFunction> withLiterals = new(limit: 256);

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
        if (!IsEnabled || Trace.Sees(x) || NaNScope.IsOpenHere)
            return NDArray.Share(FunctionResults.Of("Compile", function(NDArray.Share(x))));
        NDArray[]? y = LiteralArguments.Kinds(x) is { } kinds ? ForLiterals(kinds).Run(LiteralArguments.Exact(x)) : Run(x);
        return y ?? NDArray.Share(FunctionResults.Of("Compile", function(NDArray.Share(x))));
    }

    private CompiledFunction ForLiterals(LiteralKind?[] kinds)
    {
        string pattern = string.Join(',', kinds);
        return withLiterals.TryGet(pattern, out CompiledFunction? known) ? known : withLiterals.Add(pattern, new(LiteralArguments.Seeing(function, kinds)));
    }

    // Null if the function captures what depends on a transform in progress: then there is no plan.
    private NDArray[]? Run(NDArray[] arguments)
    {
        Evaluator.Evaluate("Compile", NDArray.NodesOf(arguments));
        var key = new CompileKey(arguments);
        if (!plans.TryGet(key, out CompiledPlan? plan))
        {
            if (CompiledPlan.Of(function, key.Arguments) is not { } made)
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
