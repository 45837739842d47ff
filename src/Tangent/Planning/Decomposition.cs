using System.Runtime.InteropServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The first pass: nodes become operations and values. What has no kernel of its own becomes its parts, here and nowhere
/// else, and parts that are equal become one. Nodes are only read: other threads may evaluate them meanwhile.
/// </summary>
internal sealed class Decomposition
{
    private readonly NodeMap<PlanValue> values = new();
    private readonly List<PlanOperation> operations = [];
    private readonly List<Node> valued = [];
    private readonly NodeSet? given;
    private readonly Compositions compositions = new();
    private readonly NodeMap<PlanValue[]> tuples = new();
    private readonly EqualOperations made = new();
    private readonly Wholes wholes;
    private bool mayHaveWholes;
    private bool hasWaits;
    private int count;
    private long bytes;

    private Decomposition(Node[] given, Wholes wholes) => (this.given, this.wholes) = (given.Length == 0 ? null : new NodeSet(given), wholes);

    /// <summary>All that <paramref name="roots"/> need, except the values of <paramref name="given"/> nodes, which will be there when the plan runs.</summary>
    public static PlanGraph Of(ReadOnlySpan<Node> roots, params Node[] given) => Of(roots, given, Wholes.None);

    private static PlanGraph Of(ReadOnlySpan<Node> roots, Node[] given, Wholes wholes)
    {
        var pass = new Decomposition(given, wholes);
        List<Node> nodes = GraphSort.Order(roots, pass.Inputs);
        if (pass.mayHaveWholes && wholes.IsEmpty && Wholes.Among(nodes) is { IsEmpty: false } found)
            return Of(roots, given, found);
        if (pass.hasWaits)
            nodes = pass.InOrderOfWaits(roots, nodes);
        foreach (Node node in nodes)
            pass.Add(node);
        return new PlanGraph(pass.values, nodes, pass.operations, pass.count, pass.bytes) { Given = pass.valued };
    }

    // The same nodes, but what one is to come after comes before it, if it is among them at all.
    private List<Node> InOrderOfWaits(ReadOnlySpan<Node> roots, List<Node> nodes)
    {
        var known = new NodeSet(CollectionsMarshal.AsSpan(nodes));
        return GraphSort.Order(roots, node =>
        {
            Node[] inputs = node.Inputs;
            return node.Primitive is After && !IsGiven(node) ? Array.FindAll(inputs, known.Contains) : Inputs(node);
        });
    }

    private bool IsGiven(Node node) =>
        node.Value is not null || node.Primitive is Constant || given?.Contains(node) is true;

    private Node[] Inputs(Node node)
    {
        // The inputs are read first: another thread that stores the value empties them only afterwards.
        Node[] inputs = node.Inputs;
        if (IsGiven(node))
            return [];
        if (compositions.Find(node, inputs) is { } other)
            return [other];
        hasWaits |= node.Primitive is After;
        mayHaveWholes |= node.Primitive is IWhole;
        if (node.Primitive is Output && wholes.Of(inputs[0]) is { } whole)
            return [whole];
        return node.Predecessor is { } effect ? [.. inputs, effect] : After.RequiredInputs(node, inputs);
    }

    private void Add(Node node)
    {
        // As above.
        Node[] inputs = node.Inputs;
        if (IsGiven(node))
        {
            values[node] = new PlanValue(node.Spec, count++) { Given = node, Literal = node.Primitive as Constant };
            valued.Add(node);
        }
        else if (compositions.Find(node) is { } other)
            values[node] = values[other];
        else if (node.Primitive is Output { Index: var index })
            values[node] = tuples[wholes.Of(inputs[0]) ?? inputs[0]][index];
        else if (node.Parts is { } parts)
            tuples[node] = Operation(node, inputs, parts);
        else
            values[node] = Operation(node, inputs, [node.Spec])[0];
    }

    private PlanValue[] Operation(Node node, Node[] inputs, ArraySpec[] specs)
    {
        var arguments = new PlanValue[node.Primitive is After ? 1 : inputs.Length];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = values[inputs[i]];
        // Without compositions operations are equal only where the user made them so, which is rare.
        bool mayBeEqual = compositions.HasParts && node.Primitive is not After;
        if (mayBeEqual && made.Find(node.Primitive, arguments) is { } equal)
            return equal.Outputs;
        foreach (PlanValue argument in arguments)
            argument.Readings++;
        Kernel kernel = node.Primitive.Lower(inputs, node.Spec);
        // What waits for others is not at hand before.
        Constant? literal = kernel is ViewKernel && node.Primitive is not After { Required: true } ? arguments[0].Literal : null;
        var results = new PlanValue[specs.Length];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = new PlanValue(specs[i], count++) { Literal = literal };
            bytes += kernel is ViewKernel ? 0 : results[i].Bytes;
        }
        var operation = new PlanOperation(kernel, arguments, results)
        {
            Index = operations.Count,
            Primitive = node.Primitive,
            Effect = node.Primitive.HasEffect ? node : null,
            Waits = Waits(node, inputs),
        };
        foreach (PlanValue result in results)
            result.Producer = operation;
        operations.Add(operation);
        if (mayBeEqual)
            made.Add(operation);
        return results;
    }

    private PlanValue[]? Waits(Node node, Node[] inputs)
    {
        if (node.Primitive is After after)
        {
            PlanValue[] waits = [.. inputs.Skip(1).Where(values.Contains).Select(input => values[input])];
            foreach (PlanValue other in waits)
                other.IsAwaited |= after.Required;
            return waits;
        }
        return node.Predecessor is { } effect && values.TryGet(effect, out PlanValue? before) ? [before] : null;
    }
}
