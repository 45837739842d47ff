namespace Tangent;

/// <summary>Transposes linear graphs: from cotangents of the results to cotangents of the placeholders that they are linear in.</summary>
internal static class Transposition
{
    /// <summary>The reverse rule of a primitive, derived from its forward rule.</summary>
    public static NDArray?[] OfJvp(Primitive primitive, NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct)
    {
        NDArray?[] dx = Placeholders(x, active);
        return OfTangents(dx, primitive.JvpAll(x, dx, y), ct);
    }

    /// <summary>Stand-ins for the tangents of the active inputs.</summary>
    public static NDArray?[] Placeholders(NDArray[] x, bool[] active, string transform = "Vjp") =>
        [.. x.Select((array, i) => active[i] ? Placeholder.Of(array.Spec, transform) : null)];

    /// <summary>The cotangents of the inputs of a composition in which it is linear: those that are null in <paramref name="x"/>.</summary>
    public static NDArray?[] Through(Func<NDArray[], NDArray[]> function, NDArray?[] x, ArraySpec[] inputs, NDArray?[] ct)
    {
        NDArray?[] dx = [.. x.Select((array, i) => array is null ? Placeholder.Of(inputs[i], "Transpose") : null)];
        return OfTangents(dx, function([.. x.Select((array, i) => array ?? dx[i]!)]), ct);
    }

    /// <summary>The cotangents of placeholder tangents <paramref name="dx"/> that the tangents <paramref name="dy"/> were made from, linearly, or else it is refused.</summary>
    public static NDArray?[] OfTangents(NDArray?[] dx, NDArray?[] dy, NDArray?[] ct)
    {
        var check = new LinearityCheck();
        return BackwardWalk.Run("Transpose", dx, dy, ct, Transpose, check.RequireZero);

        NDArray?[] Transpose(Node node, bool[] isLinear, NDArray?[] ct)
        {
            check.Require(node, isLinear);
            return Transposition.Transpose(node, isLinear, ct);
        }
    }

    private static NDArray?[] Transpose(Node node, bool[] isLinear, NDArray?[] ct)
    {
        Node[] inputs = node.Inputs;
        var values = new NDArray?[inputs.Length];
        var specs = new ArraySpec[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            values[i] = isLinear[i] ? null : inputs[i].Handle();
            specs[i] = inputs[i].Spec;
        }
        return node.Primitive.TransposeAll(ct, values, specs);
    }
}
