using Tangent.Kernels;

namespace Tangent;

/// <summary>The plan of a function for arguments of given shapes and types.</summary>
internal sealed class CompiledPlan
{
    private readonly Plan plan;
    private readonly PlanItem?[] arguments;
    private readonly PlanItem[] results;
    private readonly List<PlanItem> constants = [];

    private CompiledPlan(PlanGraph graph, Node[] parameters, Node[] outputs)
    {
        foreach (Node output in outputs)
            graph.Keep(output);
        plan = Plan.Build(graph);
        arguments = new PlanItem?[parameters.Length];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = graph.Find(parameters[i]);
        results = new PlanItem[outputs.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = graph[outputs[i]];
        foreach (PlanItem item in graph.Items)
            if (item.IsGiven && item.Node.Value is not null)
                constants.Add(item);
    }

    /// <summary>Traces a function without values and plans its graph.</summary>
    public static CompiledPlan Of(Func<NDArray[], NDArray[]> function, ArraySpec[] specs)
    {
        using Trace trace = Trace.Open("Compile");
        var inputs = new NDArray[specs.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = Placeholder.Of(specs[i], "Compile", trace);
        Node[] parameters = NDArray.NodesOf(inputs);
        Node[] outputs = NDArray.NodesOf(function(inputs));
        Evaluator.Evaluate([.. Constants(parameters, outputs)]);
        return new CompiledPlan(new PlanGraph(outputs, parameters), parameters, outputs);
    }

    // What does not depend on the arguments is computed once; literals are left to the loops that they fuse with.
    private static List<Node> Constants(Node[] parameters, Node[] outputs)
    {
        List<Node> body = GraphSort.Between(parameters, outputs);
        var known = new HashSet<Node>(body);
        var constants = new List<Node>();
        foreach (Node node in body)
            Add(node.Inputs);
        Add(outputs);
        return constants;

        void Add(Node[] nodes)
        {
            foreach (Node node in nodes)
                if (!IsLiteral(node) && known.Add(node))
                    constants.Add(node);
        }
    }

    private static bool IsLiteral(Node node) => node.Primitive is Constant || (node.Primitive is BroadcastTo && node.Inputs is [{ Primitive: Constant }]);

    /// <summary>The results for dense row-major arguments.</summary>
    public NDArray[] Run(BufferView[] x)
    {
        BufferView?[] values = plan.Memory();
        foreach (PlanItem constant in constants)
            values[constant.Slot] = constant.Node.Value;
        for (int i = 0; i < x.Length; i++)
            if (arguments[i] is { Slot: >= 0 } argument)
                values[argument.Slot] = x[i];
        plan.Run(values);
        var arrays = new NDArray[results.Length];
        for (int i = 0; i < arrays.Length; i++)
            arrays[i] = new Node(Plan.View(results[i], values)).Handle();
        return arrays;
    }
}
