using Tangent.Kernels;

namespace Tangent;

/// <summary>The plan of a function for arguments of given shapes and types.</summary>
internal sealed class CompiledPlan
{
    private readonly Plan plan;
    private readonly PlanItem[] arguments;
    private readonly PlanItem[] results;
    private readonly (int Slot, BufferView Value)[] constants;

    private CompiledPlan(PlanGraph graph, Node[] parameters, Node[] outputs)
    {
        foreach (Node output in outputs)
            graph[output].Keepers.Add(output);
        plan = Plan.Build(graph);
        arguments = [.. parameters.Select(parameter => graph.Find(parameter)!)];
        results = [.. outputs.Select(output => graph[output])];
        constants = [.. graph.Items.Where(item => item.IsGiven && item.Node.Value is not null).Select(item => (item.Slot, item.Node.Value!))];
    }

    /// <summary>Traces a function without values and plans its graph.</summary>
    public static CompiledPlan Of(Func<NDArray[], NDArray[]> function, ArraySpec[] specs)
    {
        using Trace trace = Trace.Open("Compile");
        NDArray[] inputs = [.. specs.Select(spec => Placeholder.Of(spec, "Compile", trace))];
        Node[] parameters = [.. inputs.Select(input => input.Node)];
        Node[] outputs = [.. function(inputs).Select(output => output.Node)];
        Evaluator.Evaluate([.. Constants(parameters, outputs)]);
        return new CompiledPlan(new PlanGraph(outputs, parameters), parameters, outputs);
    }

    // What does not depend on the arguments is computed once; literals are left to the loops that they fuse with.
    private static IEnumerable<Node> Constants(Node[] parameters, Node[] outputs)
    {
        List<Node> body = GraphSort.Between(parameters, outputs);
        var inside = new HashSet<Node>(body);
        return body.SelectMany(node => node.Inputs).Concat(outputs).Where(node => !inside.Contains(node) && !IsLiteral(node)).Distinct();
    }

    private static bool IsLiteral(Node node) => node.Primitive is Constant || (node.Primitive is BroadcastTo && node.Inputs is [{ Primitive: Constant }]);

    /// <summary>The results for dense row-major arguments.</summary>
    public BufferView[] Run(BufferView[] x)
    {
        IEnumerable<(int, BufferView)> given = x.Select((value, i) => (arguments[i]?.Slot ?? -1, value)).Where(pair => pair.Item1 >= 0);
        BufferView?[] values = plan.Run(constants.Concat(given));
        return [.. results.Select(item => Plan.View(item, values))];
    }
}
