namespace Tangent;

/// <summary>Replaces calls of functions with rules of the user's, which are code, by what the functions compute.</summary>
internal static class Expansion
{
    /// <summary>Outputs without such calls, from the same inputs.</summary>
    public static NDArray[] Of(Node[] inputs, NDArray[] outputs)
    {
        // What a function computes may hold such calls itself.
        while (GraphSort.Between(inputs, NDArray.NodesOf(outputs)) is var body && body.Exists(node => node.Primitive is CustomCall))
            outputs = Replaced(inputs, body, outputs);
        return outputs;
    }

    private static NDArray[] Replaced(Node[] inputs, List<Node> body, NDArray[] outputs)
    {
        var table = new NodeTable<NDArray>();
        foreach (Node node in inputs)
            table[node] = node.Handle();
        foreach (Node node in body)
            if (!table.IsDone(node, node.Inputs))
                table.Set(node, Made(node, Array.ConvertAll(node.Inputs, Value)));
        NDArray[] results = Array.ConvertAll(outputs, output => Value(output.Node));
        table.Clear();
        return results;

        NDArray Value(Node node) => table.TryGet(node, out NDArray? array) ? array : node.Handle();
    }

    // What reads no replaced value is made again too: it is only data.
    private static NDArray[] Made(Node node, NDArray[] inputs) =>
        node.Primitive is CustomCall call ? call.ExpandAll(inputs) : node.Primitive.ApplyAll(inputs);
}
