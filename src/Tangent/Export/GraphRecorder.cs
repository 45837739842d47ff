using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>Makes data of the graph of a function.</summary>
/// <param name="function">The public function that was called, for messages.</param>
/// <param name="trace">The trace in which it runs.</param>
/// <param name="constants">Takes the arrays that it reads.</param>
internal sealed class GraphRecorder(string function, Trace trace, ConstantTable constants)
{
    private int depth;

    /// <summary>The graph of outputs, from inputs that are placeholders.</summary>
    public ExportedGraph Record(NDArray[] inputs, NDArray[] outputs)
    {
        Node[] first = NDArray.NodesOf(inputs), last = NDArray.NodesOf(Expansion.Of(first, outputs));
        var body = new NodeSet(CollectionsMarshal.AsSpan(GraphSort.Between(first, last)));
        last = Array.ConvertAll(last, node => Behind(node, body));
        var given = new NodeSet(first);
        var reads = new NodeMap<Node[]>();
        List<Node> order = GraphSort.Order(last, node => given.Contains(node) ? null : Inputs(node, body) is { } known ? reads[node] = known : []);
        Node[] arrays = [.. order.Where(node => !reads.Contains(node))];
        var numbers = new NodeMap<int>();
        int count = 0;
        foreach (Node node in first.Concat(arrays))
            numbers[node] = count++;
        int[] read = Array.ConvertAll(arrays, NumberOf);
        var operations = new List<ExportedOperation>();
        foreach (Node node in order.Where(reads.Contains))
            if (node.Primitive is Output { Index: var index })
                numbers[node] = numbers[reads[node][0]] + index;
            else
            {
                operations.Add(Operation(node, Array.ConvertAll(reads[node], input => numbers[input])));
                numbers[node] = count;
                count += operations[^1].Results.Length;
            }
        return new([.. inputs.Select(array => array.Spec)], read, [.. operations], Array.ConvertAll(last, node => numbers[node]));
    }

    // What an operation reads; null for a constant. What only looks at one takes no room of its own, and literals take none at all.
    private static Node[]? Inputs(Node node, NodeSet body)
    {
        // Read before the value: another thread that stores it empties them afterwards.
        Node[] inputs = node.Inputs;
        bool isView = node.Primitive.IsView && node.Primitive is not (After or Alias) && node.Value is null && inputs.Length == 1;
        return body.Contains(node) || isView || Constant.Behind(node) is not null ? Array.ConvertAll(inputs, input => Behind(input, body)) : null;
    }

    // The inputs of traces that the function opened are other names of arrays; those of traces around it are no constants.
    private static Node Behind(Node node, NodeSet body)
    {
        while (node.Primitive is Alias && (body.Contains(node) || !node.IsTraced) && node.Inputs is [var input])
            node = input;
        return node;
    }

    private int NumberOf(Node node)
    {
        if (node.IsTraced || node.DependsOnPlaceholder)
            throw new InvalidOperationException($"{function}: the function captures an array {node.Spec} that depends on a transform in progress and is no constant; pass it as an argument.");
        return constants.Number(node);
    }

    private ExportedOperation Operation(Node node, int[] inputs)
    {
        PrimitiveTable.RequireExported(function, node.Primitive);
        var bodies = new List<ExportedBody>();
        foreach ((string name, Closure? closure) in node.Primitive.Closures)
            if (closure is not null)
                bodies.Add(Body(name, closure, node));
        return new(node.Primitive, inputs, node.Parts ?? [node.Spec], [.. bodies]);
    }

    private ExportedBody Body(string name, Closure closure, Node node)
    {
        if (depth == ExportedBody.MostNested)
            throw new NotSupportedException($"{function}: more than {depth} loops, solvers and checkpoints lie in each other; no file holds that.");
        NDArray[] inputs = [.. node.Inputs.Take(closure.Arguments).Select(input => StandIn(input.Spec)), .. closure.Captured.Select(array => StandIn(array.Spec))];
        depth++;
        ExportedGraph graph = Record(inputs, closure.Run(inputs));
        depth--;
        return new(name, closure.Arguments, graph);
    }

    private NDArray StandIn(ArraySpec spec) => Placeholder.Of(spec, function, trace);
}
