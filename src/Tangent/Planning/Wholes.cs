namespace Tangent;

/// <summary>Finds nodes whose results another node of a plan makes too: see <see cref="IWhole"/>.</summary>
internal sealed class Wholes
{
    /// <summary>No such nodes.</summary>
    public static readonly Wholes None = new([]);

    private readonly Dictionary<Node, Node> wholes;

    private Wholes(Dictionary<Node, Node> wholes) => this.wholes = wholes;

    /// <summary>True if there is none.</summary>
    public bool IsEmpty => wholes.Count == 0;

    /// <summary>The node that makes the results of this one too; null for most.</summary>
    public Node? Of(Node node) => wholes.GetValueOrDefault(node);

    /// <summary>Those among nodes in order of dependence. A whole that depends on a result of its part cannot make it.</summary>
    public static Wholes Among(List<Node> nodes)
    {
        Dictionary<Node, Node>? found = null;
        foreach (Node whole in nodes)
            if (whole is { Primitive: IWhole, Value: null })
                foreach (Node part in nodes)
                    if (IsPart(part, whole) && found?.ContainsKey(part) is not true && !DependsOn(whole, part))
                        (found ??= []).Add(part, whole);
        return found is null ? None : new(found);
    }

    private static bool IsPart(Node part, Node whole)
    {
        var primitive = (IWhole)whole.Primitive;
        return part.Parts is not null && part.Primitive.Equals(primitive.Part) && part.Inputs.AsSpan().SequenceEqual(whole.Inputs.AsSpan(0, primitive.PartInputs));
    }

    private static bool DependsOn(Node whole, Node part) =>
        GraphSort.Order([whole], node => node.Id < part.Id || node.Value is not null ? [] : node.Inputs).Contains(part);
}
