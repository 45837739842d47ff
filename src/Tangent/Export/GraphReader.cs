using System.Text.Json;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Reads the JSON of exported functions. All that it says is checked by making the operations on stand-ins without values: names, parameters,
/// that inputs are there before they are read, shapes and types. Nothing is computed.
/// </summary>
internal sealed class GraphReader
{
    /// <summary>How deep the JSON of a file may be: each function in another takes four steps.</summary>
    public const int MostDepth = 4 * ExportedBody.MostNested + 12;

    private static readonly IReadOnlyDictionary<string, Closure> NoFunctions = new Dictionary<string, Closure>();

    private readonly NDArray[] constants;

    private GraphReader(NDArray[] constants) => this.constants = constants;

    /// <summary>The signatures of a file.</summary>
    /// <param name="source">The file, for errors.</param>
    /// <param name="text">The JSON.</param>
    /// <param name="open">Gives the constants, for the shapes and types that the JSON says they have.</param>
    public static (ExportedSignature[] Signatures, NDArray[] Constants) Read(ByteSource source, string text, Func<JsonPart, ArraySpec[], NDArray[]> open)
    {
        using JsonDocument document = Parse(source, text);
        var root = new JsonPart(source, document.RootElement, "the function");
        if (root["version"].Integer() is var version and not FunctionFile.Version)
            throw root.Error(FormattableString.Invariant($"is of version {version}, and version {FunctionFile.Version} is read here"));
        root.RequireOnly("version", "constants", "signatures");
        var reader = new GraphReader(open(root["constants"], Specs(root["constants"], "constant")));
        ExportedSignature[] signatures = Array.ConvertAll(root["signatures"].Items("signature"), reader.Signature);
        return signatures.Length > 0 ? (signatures, reader.constants) : throw root.Error("has no signature");
    }

    private static JsonDocument Parse(ByteSource source, string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            throw source.Error(SafetensorsHeader.Prefix, "the function is no JSON as it should be", error);
        }
    }

    private ExportedSignature Signature(JsonPart part)
    {
        part.RequireOnly("names", "inputs", "constants", "operations", "results");
        string[] names = Array.ConvertAll(part["names"].Items("name"), name => name.Text());
        (ExportedGraph graph, _, NDArray[] y) = Graph(part);
        if (names.Length > graph.Inputs.Length || names.Distinct().Count() != names.Length)
            throw part["names"].Error("are more than there are inputs, or one is there twice");
        return new(names, graph, [.. y.Select(array => array.Spec)]);
    }

    private (ExportedGraph Graph, NDArray[] Inputs, NDArray[] Results) Graph(JsonPart part)
    {
        ArraySpec[] specs = Specs(part["inputs"], "input");
        NDArray[] inputs = Array.ConvertAll(specs, spec => Placeholder.Of(spec, "ImportFunction"));
        int[] read = part["constants"].Integers(0, constants.Length);
        List<NDArray> values = [.. inputs, .. read.Select(constant => constants[constant])];
        JsonPart[] items = part["operations"].Items("operation");
        var operations = new ExportedOperation[items.Length];
        for (int i = 0; i < items.Length; i++)
            operations[i] = Operation(items[i], values);
        int[] results = part["results"].Integers(0, values.Count);
        return (new(specs, read, operations, results), inputs, [.. results.Select(result => values[result])]);
    }

    private ExportedOperation Operation(JsonPart part, List<NDArray> values)
    {
        string name = part["primitive"].Text();
        part = part.Named(name);
        part.RequireOnly("primitive", "parameters", "functions", "inputs", "results");
        PrimitiveForm form = PrimitiveTable.Find(name) ?? throw part.Error("is no operation that is known here");
        int[] inputs = part["inputs"].Integers(0, values.Count);
        ExportedBody[] bodies = [];
        IReadOnlyDictionary<string, Closure> functions = part.Has("functions") ? Functions(part["functions"], out bodies) : NoFunctions;
        ArraySpec[] expected = Specs(part["results"], "result");
        (Primitive primitive, NDArray[] results) = Make(part, form, functions, [.. inputs.Select(input => values[input])]);
        if (!results.Select(array => array.Spec).SequenceEqual(expected))
            throw part.Error($"gives {string.Join(", ", results.Select(array => array.Spec))}, not {string.Join(", ", expected)}");
        values.AddRange(results);
        return new(primitive, inputs, expected, bodies);
    }

    private Dictionary<string, Closure> Functions(JsonPart part, out ExportedBody[] bodies)
    {
        var functions = new Dictionary<string, Closure>();
        var graphs = new List<ExportedBody>();
        foreach ((string name, JsonPart function) in part.Fields())
        {
            function.RequireOnly("arguments", "inputs", "constants", "operations", "results");
            (ExportedGraph graph, NDArray[] inputs, NDArray[] y) = Graph(function);
            int arguments = function["arguments"].Integer();
            if (arguments < 0 || arguments > inputs.Length)
                throw function["arguments"].Error("are more than there are inputs");
            functions.Add(name, Closure.From(inputs, arguments, y));
            graphs.Add(new(name, arguments, graph));
        }
        bodies = [.. graphs];
        return functions;
    }

    // Rules and primitives trust what they are given, and throw what comes of that.
    private static (Primitive Primitive, NDArray[] Results) Make(JsonPart part, PrimitiveForm form, IReadOnlyDictionary<string, Closure> functions, NDArray[] inputs)
    {
        try
        {
            Primitive primitive = form.Make(new ParameterReader(part.OrEmpty("parameters"), functions));
            form.Require(primitive, NDArray.NodesOf(inputs));
            return (primitive, primitive.ApplyAll(inputs));
        }
        catch (Exception error) when (error is not (FileFormatException or OutOfMemoryException))
        {
            throw part.Error($"cannot be of ({string.Join(", ", inputs.Select(array => array.Spec))}): {error.Message.TrimEnd('.')}", error);
        }
    }

    private static ArraySpec[] Specs(JsonPart part, string what) =>
        Array.ConvertAll(part.Items(what), item => SpecText.Read(item.Text()) ?? throw item.Error("should be the type and shape of an array, as float32[2,3]"));
}
