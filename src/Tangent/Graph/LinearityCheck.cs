namespace Tangent;

/// <summary>
/// Whether the nodes of a graph are linear in what they were made from. A term that does not depend on it must be zero, and is
/// known to be by how it was made, or by its value if it has one.
/// </summary>
internal sealed class LinearityCheck
{
    // Rarely asked for.
    private NodeMap<bool>? zeros;

    /// <summary>Throws unless the nodes between tangents are linear in them.</summary>
    public static void Require(NDArray?[] dx, NDArray?[] dy)
    {
        var check = new LinearityCheck();
        Node[] sources = NDArray.NodesOf(Tangents.Present(dx));
        var reached = new NodeSet();
        foreach (Node node in GraphSort.Between(sources, NDArray.NodesOf(Tangents.Present(dy)), reached))
            if (node.Primitive is not Output && Array.IndexOf(sources, node) < 0)
                check.Require(node, [.. node.Inputs.Select((input, i) => i < After.DataInputs(node).Length && reached.Contains(input))]);
        foreach (NDArray result in Tangents.Present(dy))
            if (!reached.Contains(result.Node))
                check.RequireZero(result.Node);
    }

    /// <summary>Whether the nodes between tangents are linear in them.</summary>
    public static bool Holds(NDArray?[] dx, NDArray?[] dy)
    {
        try
        {
            Require(dx, dy);
            return true;
        }
        catch (MissingRuleException missing) when (missing.IsNotLinear)
        {
            return false;
        }
    }

    /// <summary>Throws unless a node is linear in the inputs that depend on the arguments.</summary>
    public void Require(Node node, bool[] depends)
    {
        Node[] inputs = node.Inputs;
        int alone = 0, together = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (!depends[i])
                continue;
            switch (node.Primitive.LinearityIn(i, inputs.Length))
            {
                case Linearity.ByParts:
                    return;
                case Linearity.Alone:
                    alone++;
                    break;
                case Linearity.Together:
                    together++;
                    break;
                default:
                    throw MissingRuleException.NotLinear(node.Primitive.Name, "is not linear");
            }
            // What was made of the arguments and is no number, a condition or an index, is nothing to be linear in.
            if (!inputs[i].DType.IsInexact)
                throw MissingRuleException.NotLinear(node.Primitive.Name, $"reads {inputs[i].DType.Name()} numbers that depend on them");
        }
        if (alone > 1 || (alone > 0 && together > 0))
            throw MissingRuleException.NotLinear(node.Primitive.Name, "multiplies what depends on them by what depends on them");
        for (int i = 0; together > 0 && i < inputs.Length; i++)
            if (!depends[i] && node.Primitive.LinearityIn(i, inputs.Length) is Linearity.Together && !IsZero(inputs[i]))
                throw MissingRuleException.NotLinear(node.Primitive.Name, "adds what does not depend on them and is not known to be zero");
    }

    /// <summary>Throws unless a result that does not depend on the arguments is zero.</summary>
    public void RequireZero(Node result)
    {
        if (!IsZero(result))
            throw MissingRuleException.NotLinear(result.Primitive.Name, "gives a result that does not depend on them and is not known to be zero");
    }

    private bool IsZero(Node node)
    {
        if (Tangents.IsZero(node))
            return true;
        NodeMap<bool> known = zeros ??= new();
        foreach (Node next in GraphSort.Order([node], next => known.Contains(next) ? null : Deciding(next)))
            known[next] = Decide(next, known);
        return known[node];
    }

    // The inputs that make the result zero if they are.
    private static Node[] Deciding(Node node)
    {
        if (node.Value is not null)
            return [];
        Node[] inputs = After.DataInputs(node);
        return [.. inputs.Where((_, i) => node.Primitive.LinearityIn(i, inputs.Length) is Linearity.Alone or Linearity.Together)];
    }

    private static bool Decide(Node node, NodeMap<bool> known)
    {
        if (Constant.Behind(node) is not null)
            return Literals.NumberOf(node.Handle()) == 0 || Tangents.IsZero(node);
        if (node.Value is not null)
            return !Mx.Any(Mx.NotEqual(node.Handle(), 0)).Item<bool>();
        Node[] inputs = After.DataInputs(node);
        int terms = 0, zeroTerms = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            Linearity linearity = node.Primitive.LinearityIn(i, inputs.Length);
            bool isZero = linearity is Linearity.Alone or Linearity.Together && known[inputs[i]];
            if (isZero && linearity is Linearity.Alone)
                return true;
            terms += linearity is Linearity.Together ? 1 : 0;
            zeroTerms += isZero ? 1 : 0;
        }
        return terms > 0 && terms == zeroTerms;
    }
}
