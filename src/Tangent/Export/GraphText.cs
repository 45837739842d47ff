using System.Globalization;
using System.Text;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Writes exported functions for people to read.</summary>
internal static class GraphText
{
    /// <summary>All signatures, and what they compute.</summary>
    public static string Of(ExportedSignature[] signatures, NDArray[] constants)
    {
        var text = new StringBuilder();
        foreach (ExportedSignature signature in signatures)
        {
            text.Append(signature.Public).Append('\n');
            string[] names = [.. signature.Graph.Inputs.Select((_, i) => i < signature.Positional ? $"v{i}" : signature.Names[i - signature.Positional])];
            Append(text, signature.Graph, names, constants, "  ");
        }
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, ExportedGraph graph, string[] names, NDArray[] constants, string indent)
    {
        List<string> values = [.. names, .. graph.Constants.Select(constant => string.Create(CultureInfo.InvariantCulture, $"constant.{constant} {constants[constant].Spec}"))];
        foreach (ExportedOperation operation in graph.Operations)
        {
            string inputs = string.Join(", ", operation.Inputs.Select(input => values[input]));
            if (operation.Primitive is Constant literal)
            {
                values.Add(ProgramText.OfLiteral(literal.DType, literal.Bits));
                continue;
            }
            int first = values.Count;
            values.AddRange(operation.Results.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"v{first + i}")));
            text.Append(indent).AppendJoin(", ", operation.Results.Select((spec, i) => $"{values[first + i]} {spec}"));
            text.Append(" = ").Append(operation.Primitive).Append('(').Append(inputs).Append(")\n");
            foreach (ExportedBody body in operation.Bodies)
            {
                string[] own = [.. body.Graph.Inputs.Select((spec, i) => string.Create(CultureInfo.InvariantCulture, $"u{i}"))];
                text.Append(indent).Append("  ").Append(body.Name).Append('(').AppendJoin(", ", own.Zip(body.Graph.Inputs, (name, spec) => $"{name} {spec}")).Append(")\n");
                Append(text, body.Graph, own, constants, indent + "    ");
            }
        }
        text.Append(indent).Append("return ").AppendJoin(", ", graph.Results.Select(result => values[result])).Append('\n');
    }
}
