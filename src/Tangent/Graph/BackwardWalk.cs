using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>The walk from the results of a graph back to its inputs, which reverse mode and transposition share.</summary>
internal sealed class BackwardWalk
{
    private readonly NodeSet reached = new();
    private readonly CotangentSums sums = new();
    private readonly string rule;

    private BackwardWalk(string rule) => this.rule = rule;

    /// <summary>The cotangents of a node's inputs from those of its results; <paramref name="isReached"/> says which inputs depend on where the walk ends.</summary>
    public delegate NDArray?[] Rule(Node node, bool[] isReached, NDArray?[] ct);

    /// <summary>The cotangents of <paramref name="x"/> when those of <paramref name="y"/> are <paramref name="ct"/>; null stands for what is left out, and for zero.</summary>
    /// <param name="name">The rule, for messages.</param>
    /// <param name="x">Where the walk ends.</param>
    /// <param name="y">Where it starts.</param>
    /// <param name="ct">One for each result.</param>
    /// <param name="rule">What a node does to cotangents.</param>
    /// <param name="unreached">Sees the results with a cotangent that do not depend on where the walk ends.</param>
    public static NDArray?[] Run(string name, NDArray?[] x, NDArray?[] y, NDArray?[] ct, Rule rule, Action<Node>? unreached = null)
    {
        var walk = new BackwardWalk(name);
        var sources = new List<Node>();
        foreach (NDArray? array in x)
            if (array is not null)
                sources.Add(array.Node);
        var roots = new List<Node>();
        for (int i = 0; i < y.Length; i++)
            if (y[i] is { } root && ct[i] is not null)
                roots.Add(root.Node);
        List<Node> order = GraphSort.Between(CollectionsMarshal.AsSpan(sources), CollectionsMarshal.AsSpan(roots), walk.reached);
        for (int i = 0; i < y.Length; i++)
            if (y[i] is { } root && ct[i] is { } start)
                if (walk.reached.Contains(root.Node))
                    walk.sums.Add(root.Node, new(start));
                else
                    unreached?.Invoke(root.Node);
        var ends = new NodeSet(CollectionsMarshal.AsSpan(sources));
        for (int i = order.Count - 1; i >= 0; i--)
            if (!ends.Contains(order[i]))
                walk.Visit(order[i], rule);
        GraphSort.Return(order);
        NDArray?[] result = Array.ConvertAll(x, array => array is null ? null : walk.sums.Result(array.Node));
        walk.sums.Clear();
        return result;
    }

    private void Visit(Node node, Rule pull)
    {
        if (!sums.Take(node, out NDArray?[]? ct, out Cotangent? only))
            return;
        Node[] inputs = node.Inputs;
        var isReached = new bool[inputs.Length];
        for (int i = 0; i < After.DataInputs(node, inputs).Length; i++)
            isReached[i] = reached.Contains(inputs[i]);
        if (node.Primitive is ISelection selection && Array.LastIndexOf(isReached, true) == 0 && AddInPlaces(selection, node, ct[0]!, only!.Support))
            return;
        NDArray?[] pulled = pull(node, isReached, ct);
        for (int i = 0; i < pulled.Length; i++)
        {
            if (pulled[i] is not { } value || !isReached[i] || !inputs[i].DType.IsInexact)
                continue;
            Tangents.Check(rule, node.Primitive, value, inputs[i].Spec);
            sums.Add(inputs[i], Cotangent.Pulled(value, only, node, i));
        }
    }

    private bool AddInPlaces(ISelection selection, Node node, NDArray ct, Support? support)
    {
        Node[] inputs = node.Inputs;
        if (sums.Result(inputs[0]) is not { } sum)
            return false;
        Support? either = selection.AddSupport(sums.SupportOf(inputs[0]), support, node);
        sums.Replace(inputs[0], selection.AddTranspose(sum, ct, Node.Handles(inputs[1..])), either);
        return true;
    }
}
