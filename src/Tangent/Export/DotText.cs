using System.Globalization;
using System.Text;
using Tangent.Kernels;

namespace Tangent;

/// <summary>The graph of arrays in the language of Graphviz: values that are there are boxes, operations are ellipses, and the arrays asked for are bold.</summary>
internal static class DotText
{
    /// <summary>The text.</summary>
    public static string Of(NDArray[] outputs)
    {
        Node[] roots = NDArray.NodesOf(outputs);
        // The inputs are read once: another thread that stores a value empties them.
        var inputs = new NodeMap<Node[]>();
        List<Node> order = GraphSort.Order(roots, node => inputs[node] = node.Value is null ? node.Inputs : []);
        var numbers = new NodeMap<int>();
        var asked = new NodeSet(roots);
        var text = new StringBuilder("digraph {\n");
        for (int i = 0; i < order.Count; i++)
        {
            numbers[order[i]] = i;
            Append(text, i, order[i], asked.Contains(order[i]));
            foreach (Node input in inputs[order[i]])
                text.Append(CultureInfo.InvariantCulture, $"  n{numbers[input]} -> n{i};\n");
        }
        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, int number, Node node, bool isAsked)
    {
        string shape = node.Value is not null || node.Primitive is Constant or Placeholder or Leaf ? "box" : "ellipse";
        string label = node.Parts is { } parts ? string.Join(", ", parts) : node.Spec.ToString();
        string name = node.Value is not null ? "array" : node.Primitive is Constant literal ? ProgramText.OfLiteral(literal.DType, literal.Bits) : node.Primitive.ToString();
        text.Append(CultureInfo.InvariantCulture, $"  n{number} [label=\"{Escaped(name)}\\n{Escaped(label)}\", shape={shape}{(isAsked ? ", style=bold" : "")}];\n");
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
}
