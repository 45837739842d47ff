using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Writes exported functions as the JSON of a file.</summary>
internal static class GraphWriter
{
    // Text in a text: what it is shown in is no page of the web.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = GraphReader.MostDepth };

    /// <summary>The JSON of all signatures of a function.</summary>
    public static string Write(IReadOnlyList<ExportedSignature> signatures, IEnumerable<NDArray> constants)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FunctionFile.Version);
            Write(json, "constants", constants.Select(array => array.Spec));
            json.WriteStartArray("signatures");
            foreach (ExportedSignature signature in signatures)
                Write(json, signature.Graph, "names", signature.Names);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, ExportedGraph graph, string extra, object value)
    {
        json.WriteStartObject();
        if (value is string[] names)
            Write(json, extra, names);
        else
            json.WriteNumber(extra, (int)value);
        Write(json, "inputs", graph.Inputs);
        Write(json, "constants", graph.Constants);
        json.WriteStartArray("operations");
        foreach (ExportedOperation operation in graph.Operations)
            Write(json, operation);
        json.WriteEndArray();
        Write(json, "results", graph.Results);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExportedOperation operation)
    {
        json.WriteStartObject();
        json.WriteString("primitive", operation.Primitive.Name);
        if (operation.Primitive.Parameters is { Length: > 0 } parameters)
        {
            json.WriteStartObject("parameters");
            foreach (Parameter parameter in parameters)
            {
                json.WritePropertyName(parameter.Name);
                ParameterWriter.Write(json, parameter.Value);
            }
            json.WriteEndObject();
        }
        if (operation.Bodies.Length > 0)
        {
            json.WriteStartObject("functions");
            foreach (ExportedBody body in operation.Bodies)
            {
                json.WritePropertyName(body.Name);
                Write(json, body.Graph, "arguments", body.Arguments);
            }
            json.WriteEndObject();
        }
        Write(json, "inputs", operation.Inputs);
        Write(json, "results", operation.Results);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<ArraySpec> specs) => Write(json, name, specs.Select(spec => spec.ToString()));

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, int[] numbers)
    {
        json.WriteStartArray(name);
        foreach (int number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
