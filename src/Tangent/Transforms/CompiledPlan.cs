using System.Runtime.InteropServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>The plan of a function for arguments of given shapes and types.</summary>
internal sealed class CompiledPlan
{
    private readonly Plan plan;
    private readonly PlanValue?[] arguments;
    private readonly bool hasKey;
    private readonly PlanValue[] results;
    private readonly EffectOrder[] effects;
    private readonly LiteralRequirements requirements;
    private readonly int requiredFrom;

    private CompiledPlan(PlanGraph graph, Node[] parameters, Node[] outputs, LiteralRequirements requirements, Trace trace, bool hasKey)
    {
        this.hasKey = hasKey;
        this.requirements = requirements;
        requiredFrom = outputs.Length;
        outputs = [.. outputs, .. requirements.Numbers];
        effects = [.. trace.EffectOrders];
        foreach (Node output in outputs.Concat(trace.PendingEffects))
            graph.Keep(output);
        plan = Plan.Build(graph);
        arguments = Array.ConvertAll(parameters, graph.Find);
        results = Array.ConvertAll(outputs, output => graph[output]);
    }

    /// <summary>Traces a function without values and plans its graph; null if it captures what depends on a transform in progress, which is no constant.</summary>
    public static CompiledPlan? Of(Func<NDArray[], NDArray[]> function, ArraySpec[] specs, LiteralKind?[]? literals)
    {
        var requirements = new LiteralRequirements();
        function = LiteralArguments.Seeing(function, LiteralArguments.WithRequirements(literals, requirements));
        using Trace trace = Trace.Open("Compile", isRecording: true);
        var inputs = new NDArray[specs.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = Placeholder.Of(specs[i], "Compile", trace);
        NDArray? key = null;
        trace.MakeKey = _ => key ??= Placeholder.Of(new(2, DType.UInt32), "Compile", trace);
        Node[] arguments = NDArray.NodesOf(inputs), outputs = NDArray.NodesOf(FunctionResults.Of("Compile", function(inputs)));
        Node[] parameters = key is null ? arguments : [.. arguments, key.Node];
        Node[] effects = [.. trace.PendingEffects];
        Node[] ends = [.. outputs, .. requirements.Numbers, .. effects];
        List<Node> constants = Constants([.. parameters, .. effects], [.. outputs, .. requirements.Numbers, .. effects.SelectMany(effect => effect.Inputs)]);
        if (constants.Exists(constant => constant.IsTraced || constant.DependsOnPlaceholder))
            return null;
        Evaluator.Evaluate("Compile", [.. constants]);
        return new CompiledPlan(Decomposition.Of(ends, parameters), parameters, outputs, requirements, trace, key is not null);
    }

    // What does not depend on the arguments is computed once; literals are left to the loops that they fuse with.
    private static List<Node> Constants(Node[] parameters, Node[] outputs)
    {
        List<Node> body = GraphSort.Between(parameters, outputs);
        var known = new NodeSet(CollectionsMarshal.AsSpan(body));
        var constants = new List<Node>();
        foreach (Node node in body)
            Add(node.Inputs);
        Add(outputs);
        return constants;

        void Add(Node[] nodes)
        {
            foreach (Node node in nodes)
                if (Constant.Behind(node) is null && known.Add(node))
                    constants.Add(node);
        }
    }

    /// <summary>The results for dense row-major arguments.</summary>
    public NDArray[] Run(BufferView[] x)
    {
        if (hasKey)
            x = [.. x, NextKey()];
        BufferView?[] memory = plan.Memory();
        for (int i = 0; i < x.Length; i++)
            if (arguments[i] is { Slot: >= 0 } argument)
                memory[argument.Slot] = x[i];
        if (effects.Length == 0)
            plan.Run(memory);
        else
            RunInOrder(memory);
        var arrays = new NDArray[results.Length];
        for (int i = 0; i < arrays.Length; i++)
            arrays[i] = new Node(Plan.View(results[i], memory)).Handle();
        if (arrays.Length == requiredFrom)
            return arrays;
        requirements.Require(arrays.AsSpan(requiredFrom));
        return arrays[..requiredFrom];
    }

    private static BufferView NextKey()
    {
        if (KeyScope.Current is not { } scope)
            throw new InvalidOperationException("Compile: the function draws random numbers without a key; call it inside Mx.Random.Scope(key), as when it was traced.");
        return scope.Inside(Trace.Current).Next().DenseFromStart();
    }

    private void RunInOrder(BufferView?[] memory) => EffectOrder.Alone(() =>
    {
        foreach (EffectOrder order in effects)
            if (order.Pending is { } before)
                Evaluator.Evaluate(before);
        plan.Run(memory);
    });
}
