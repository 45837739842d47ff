using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Export;

/// <summary>
/// Real files with a byte or a word of JSON changed, from fixed seeds: each is read, or refused as the format's error. And operations with other
/// parameters and inputs: each is refused, or computed; kernels trust what is let through.
/// </summary>
public sealed class ExportMutationTests
{
    private const int Cases = 3_000;

    private static readonly string[] Specs = [.. Enum.GetValues<DType>().SelectMany(dtype => new[] { "[]", "[0]", "[1]", "[2,2]", "[3]" }.Select(shape => dtype.Name() + shape))];

    private static readonly Func<NDArray[], NDArray[]>[] Functions =
    [
        x => [Mx.Softmax(Mx.MatMul(x[0], x[0].T) + 1, -1), Mx.Sort(x[0], 0), x[0][1..]],
        x => [Mx.Grad(v => Mx.Sum(Mx.Fast.LayerNorm(v, Mx.Ones(3, DType.Float64), null, 1e-5) * v))(x[0]), Mx.CumSum(x[0], 1)],
        x => [Mx.WhileLoop(s => s[0] + 0 * x[0][0, 0] < 3, s => [s[0] + 1, Mx.Sin(s[1]) * x[0]], [0, x[0]])[1], Mx.Checkpoint((NDArray v) => Mx.Tanh(v))(x[0])],
        x => [Mx.Linalg.Solve(Mx.MatMul(x[0], x[0].T) + Mx.Eye(2, 2, 0, DType.Float64), x[0]), Mx.Fourier.Rfft(Mx.AsType(x[0], DType.Float32))],
        x => [Mx.RootSolve(v => v * v * v - x[0], x[0], LinearSolver.Gmres()), Mx.TakeAlongAxis(x[0], Mx.ArgSort(x[0], 0), 0)],
    ];

    private static readonly NDArray X = Samples.Numbers((2, 3), 0.5, 1);

    public static TheoryData<int> All => [.. Enumerable.Range(0, Functions.Length)];

    [Theory, MemberData(nameof(All))]
    public void AFileWithOtherBytesIsReadOrRefused(int number)
    {
        byte[] file = Exported.Bytes(Functions[number], X);
        var random = new Random(number);
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < Cases && clock.Elapsed.TotalSeconds < 20; i++)
        {
            byte[] changed = [.. file];
            for (int k = random.Next(1, 4); k > 0; k--)
                changed[random.Next(changed.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : file[random.Next(file.Length)];
            Read(random.Next(8) == 0 ? changed[..random.Next(changed.Length)] : changed);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void AFileWithOtherJsonIsReadOrRefused(int number)
    {
        LoadedArrays file = Mx.LoadArrays(new MemoryStream(Exported.Bytes(Functions[number], X)));
        string text = file.Metadata["tangent.function"].Text!;
        var random = new Random(number);
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < Cases && clock.Elapsed.TotalSeconds < 20; i++)
        {
            JsonNode json = JsonNode.Parse(text)!;
            for (int k = random.Next(1, 4); k > 0; k--)
                Change(json, random);
            using var stream = new MemoryStream();
            Mx.SaveSafetensors(stream, file, new() { ["tangent.function"] = json.ToJsonString() });
            Read(stream.ToArray());
        }
    }

    // Each operation of all samples and of their derivatives, with other inputs and parameters.
    [Fact]
    public void AnOperationThatIsLetThroughIsComputed()
    {
        var random = new Random(5);
        int refused = 0, computed = 0;
        var names = new HashSet<string>();
        foreach ((string primitive, JsonObject parameters, ArraySpec[] inputs) in Operations())
            for (int i = 0; i < 60; i++)
            {
                JsonObject changed = parameters.DeepClone().AsObject();
                ArraySpec[] specs = [.. inputs];
                if (i > 0)
                {
                    if (random.Next(3) > 0 && specs.Length > 0)
                        specs[random.Next(specs.Length)] = Other(specs, random);
                    if (random.Next(3) == 0 && specs.Length > 1)
                        Array.Fill(specs, specs[random.Next(specs.Length)]);
                    if (random.Next(2) == 0 && changed.Count > 0)
                        Change(changed, random);
                }
                if (Made(primitive, changed, specs) is not { } made)
                {
                    Assert.True(i > 0, $"{primitive} {changed.ToJsonString()} of {string.Join(", ", specs)} is refused");
                    refused++;
                    continue;
                }
                Compute(made, specs, $"{primitive} {changed.ToJsonString()} of {string.Join(", ", specs)}");
                names.Add(primitive);
                computed++;
            }
        Assert.True(computed > 2000 && refused > 2000 && names.Count > 100, $"{computed} computed, {refused} refused, {names.Count} primitives");
    }

    private static void Read(byte[] bytes)
    {
        try
        {
            ImportedFunction imported = Exported.Import(bytes);
            Assert.NotEmpty(imported.ToString());
        }
        catch (FileFormatException)
        {
        }
    }

    private static Primitive? Made(string name, JsonObject parameters, ArraySpec[] specs)
    {
        PrimitiveForm form = PrimitiveTable.Find(name)!;
        Node[] x = [.. specs.Select(spec => Placeholder.Of(spec, "Test").Node)];
        try
        {
            JsonElement element = JsonSerializer.SerializeToElement(parameters);
            Primitive primitive = form.Make(new(new(new MemorySource(Stream.Null), element, "it"), new Dictionary<string, Closure>()));
            form.Require(primitive, x);
            NDArray[] y = primitive.ApplyAll(Node.Handles(x));
            return y.All(array => array.NBytes < 1 << 20 && !array.Shape.HasNegativeLength) ? primitive : null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static void Compute(Primitive primitive, ArraySpec[] specs, string what)
    {
        try
        {
            NDArray[] x = [.. specs.Select((spec, i) => Mx.AsType(Mx.Random.Uniform(-2.0, 3.0, spec.Shape, key: Mx.Random.Key((ulong)i)), spec.DType))];
            foreach (NDArray y in primitive.ApplyAll(x))
                y.Eval();
        }
        // Starts that are no slice's are found when they are known.
        catch (ArgumentOutOfRangeException) when (primitive is SliceStarts)
        {
        }
        catch (Exception error)
        {
            Assert.Fail($"{what}: {error}");
        }
    }

    private static List<(string Name, JsonObject Parameters, ArraySpec[] Inputs)> Operations()
    {
        var operations = new List<(string, JsonObject, ArraySpec[])>();
        var seen = new Dictionary<string, int>();
        foreach (Sample sample in Samples.All.Values.Where(sample => sample.NoCompile is null && sample.Op != "Mx.HostCall"))
        {
            Add(sample.Function, sample.Arguments);
            if (sample.Constant is null)
            {
                Add(v => Mx.Jvp(sample.Function, v, Directions.Of(sample.Arguments, 4)).Tangents, sample.Arguments);
                Add(v => Mx.Vjp(sample.Function, v, Directions.Of(sample.Function(sample.Arguments), 5)).Cotangents, sample.Arguments);
            }
        }
        return operations;

        void Add(Func<NDArray[], NDArray[]> function, NDArray[] x)
        {
            JsonObject root = JsonNode.Parse(Mx.LoadArrays(new MemoryStream(Exported.Bytes(function, x))).Metadata["tangent.function"].Text!)!.AsObject();
            JsonObject signature = root["signatures"]![0]!.AsObject();
            List<ArraySpec> values =
                [.. Texts(signature["inputs"]!).Select(Spec), .. signature["constants"]!.AsArray().Select(constant => Spec(root["constants"]![(int)constant!]!.GetValue<string>()))];
            foreach (JsonNode? operation in signature["operations"]!.AsArray())
            {
                string name = operation!["primitive"]!.GetValue<string>();
                if (operation["functions"] is null && seen.TryGetValue(name, out int count) is var _ && count < 4)
                {
                    seen[name] = count + 1;
                    operations.Add((name, operation["parameters"]?.DeepClone().AsObject() ?? [], [.. operation["inputs"]!.AsArray().Select(input => values[(int)input!])]));
                }
                values.AddRange(Texts(operation["results"]!).Select(Spec));
            }
        }
    }

    private static IEnumerable<string> Texts(JsonNode array) => array.AsArray().Select(item => item!.GetValue<string>());

    private static ArraySpec Spec(string text) => SpecText.Read(text)!.Value;

    private static ArraySpec Other(ArraySpec[] specs, Random random)
    {
        ArraySpec spec = specs[random.Next(specs.Length)];
        List<int> lengths = [.. spec.Shape];
        switch (random.Next(5))
        {
            case 0:
                return spec with { DType = (DType)random.Next(14) };
            case 1 when lengths.Count > 0:
                lengths[random.Next(lengths.Count)] = random.Next(5);
                break;
            case 2 when lengths.Count > 0:
                lengths.RemoveAt(random.Next(lengths.Count));
                break;
            case 3:
                lengths.Insert(random.Next(lengths.Count + 1), random.Next(4));
                break;
            default:
                return Spec(Specs[random.Next(Specs.Length)]);
        }
        return spec with { Shape = new Shape([.. lengths]) };
    }

    // Somewhere a number, text or truth becomes another, or an item is left out or there twice.
    private static void Change(JsonNode json, Random random)
    {
        List<JsonNode> parts = [];
        var open = new Stack<JsonNode>([json]);
        while (open.TryPop(out JsonNode? part))
        {
            IEnumerable<JsonNode?> inner = part is JsonArray array ? array : part is JsonObject fields ? fields.Select(field => field.Value) : [];
            foreach (JsonNode? item in inner)
                if (item is not null)
                {
                    parts.Add(item);
                    open.Push(item);
                }
        }
        if (parts.Count == 0)
            return;
        JsonNode chosen = parts[random.Next(parts.Count)];
        if (chosen is JsonArray list)
        {
            if (list.Count > 0 && random.Next(2) == 0)
                list.RemoveAt(random.Next(list.Count));
            else
                list.Insert(random.Next(list.Count + 1), list.Count > 0 && random.Next(2) == 0 ? list[random.Next(list.Count)]?.DeepClone() : random.Next(-2, 5));
        }
        else if (chosen is JsonObject fields)
        {
            if (fields.Count > 0)
                fields.RemoveAt(random.Next(fields.Count));
        }
        else
            chosen.ReplaceWith(Another(chosen, random));
    }

    private static JsonNode Another(JsonNode value, Random random) => value.GetValueKind() switch
    {
        JsonValueKind.Number => random.Next(6) switch { 0 => int.MaxValue - 1, 1 => -1, 2 => 0.5, _ => random.Next(0, 6) },
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        _ => random.Next(3) switch
        {
            0 => Specs[random.Next(Specs.Length)],
            1 => PrimitiveTable.Names.ElementAt(random.Next(PrimitiveTable.Names.Count)),
            _ => "",
        },
    };
}
