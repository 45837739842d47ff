namespace Tangent;

/// <summary>A graph from some parameters to some results that can be made again on other values of the parameters.</summary>
internal sealed class Substitution
{
    private readonly Node[] parameters;
    private readonly NDArray[] results;

    // Inputs are copied, because a node lets go of its own once it has a value. Handles, to which nobody else assigns,
    // keep values alive that a replay needs.
    private readonly List<(Node Node, Node[] Inputs)> body = [];
    private readonly Dictionary<Node, NDArray> outside = new();

    public Substitution(Node[] parameters, Node[] results)
    {
        this.parameters = parameters;
        this.results = [.. results.Select(node => node.Handle().Share())];
        var inside = new NodeSet(parameters);
        foreach (Node node in GraphSort.Between(parameters, results))
            if (inside.Add(node))
                body.Add((node, node.Inputs));
        foreach (Node node in body.SelectMany(entry => entry.Inputs).Concat(results))
            if (!inside.Contains(node))
                outside[node] = node.Handle().Share();
    }

    /// <summary>What is replaced when it is made again.</summary>
    public IReadOnlyList<Node> Parameters => parameters;

    /// <summary>Arrays that the graph reads but does not make.</summary>
    public IEnumerable<NDArray> Outside => outside.Values;

    /// <summary>What the results are for the parameters' own values.</summary>
    public NDArray[] Results => results;

    /// <summary>The results for other values of the parameters, and of some of the arrays outside.</summary>
    public NDArray[] Run(NDArray[] x, IReadOnlyList<NDArray>? replaced = null, NDArray[]? replacements = null)
    {
        var table = new NodeTable<NDArray>();
        foreach ((Node node, NDArray array) in outside)
            table[node] = array;
        for (int i = 0; i < (replaced?.Count ?? 0); i++)
            table[replaced![i].Node] = replacements![i];
        for (int i = 0; i < parameters.Length; i++)
            table[parameters[i]] = x[i];
        foreach ((Node node, Node[] inputs) in body)
            if (!table.IsDone(node, inputs))
                table.Set(node, node.Primitive.ApplyAll(Array.ConvertAll(inputs, input => table[input])));
        NDArray[] y = [.. results.Select(result => table[result.Node])];
        table.Clear();
        return y;
    }
}
