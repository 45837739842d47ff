using System.Text.Json.Nodes;
using Tangent.Tests.Files;
using Xunit;

namespace Tangent.Tests.Export;

/// <summary>Files that lie, each in one way.</summary>
public sealed class ImportRefusalTests
{
    private const string Truth =
        """{"version":1,"constants":["float32[2]"],"signatures":[{"names":["y"],"inputs":["float32[3,2]","float32[2]"],"constants":[0],"operations":["""
        + """{"primitive":"BroadcastTo","parameters":{"Shape":[3,2]},"inputs":[2],"results":["float32[3,2]"]},"""
        + """{"primitive":"Multiply","inputs":[0,3],"results":["float32[3,2]"]},"""
        + """{"primitive":"Sum","parameters":{"Axes":[0]},"inputs":[4],"results":["float32[2]"]}],"results":[5,1]}]}""";

    [Fact]
    public void TheTruthIsRead()
    {
        NDArray[] y = Import(Truth).Call([Mx.Ones((3, 2))], new Dictionary<string, NDArray> { ["y"] = Mx.Zeros(2) });
        Assert.Equal([3f, 6f], y[0].ToArray<float>());
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "version 2, and version 1 is read here")]
    [InlineData("\"version\":1", "\"version\":1.5", "whole number")]
    [InlineData("\"version\":1,", "", "lacks \"version\"")]
    [InlineData("\"version\":1,", "\"version\":1,\"more\":[],", "\"more\", which means nothing")]
    [InlineData("\"version\":1,", "\"version\":1,\"version\":1,", "no JSON")]
    [InlineData("\"Sum\"", "\"Sum2\"", "Sum2, is no operation that is known here")]
    [InlineData("\"Sum\"", "\"HostCall\"", "HostCall, is no operation")]
    [InlineData("\"Sum\"", "\"Leaf\"", "Leaf, is no operation")]
    [InlineData("\"Sum\"", "\"\\ud800\"", "is no text")]
    [InlineData("\"Axes\":[0]", "\"Axis\":[0]", "lacks \"Axes\"")]
    [InlineData("\"parameters\":{\"Axes\":[0]},", "", "lacks \"Axes\"")]
    [InlineData("\"Axes\":[0]", "\"Axes\":[0],\"Axis\":0", "\"Axis\", which means nothing")]
    [InlineData("\"Axes\":[0]", "\"Axes\":0", "should be an array")]
    [InlineData("\"Axes\":[0]", "\"Axes\":[0.5]", "whole numbers")]
    [InlineData("\"Axes\":[0]", "\"Axes\":[2]", "Sum, cannot be of (float32[3,2])")]
    [InlineData("\"Axes\":[0]", "\"Axes\":[-1]", "Sum, cannot be of")]
    [InlineData("\"Axes\":[0]", "\"Axes\":[0,0]", "Sum, cannot be of")]
    [InlineData("\"Axes\":[0]", "\"Axes\":[1]", "gives float32[3], not float32[2]")]
    [InlineData("\"inputs\":[4]", "\"inputs\":[5]", "whole numbers from 0 to 4")]
    [InlineData("\"inputs\":[4]", "\"inputs\":[6]", "whole numbers from 0 to 4")]
    [InlineData("\"inputs\":[4]", "\"inputs\":[-1]", "whole numbers from 0 to 4")]
    [InlineData("\"inputs\":[4]", "\"inputs\":[]", "it has 0 inputs")]
    [InlineData("\"inputs\":[4]", "\"inputs\":[4,4]", "it has 2 inputs")]
    [InlineData("\"inputs\":[0,3]", "\"inputs\":[0,2]", "differ in shape or type")]
    [InlineData("\"Shape\":[3,2]", "\"Shape\":[3,3]", "does not broadcast")]
    [InlineData("\"Shape\":[3,2]", "\"Shape\":[-3,2]", "whole numbers from 0")]
    [InlineData("\"results\":[\"float32[2]\"]", "\"results\":[\"float64[2]\"]", "gives float32[2], not float64[2]")]
    [InlineData("\"results\":[\"float32[2]\"]", "\"results\":[]", "gives float32[2], not ")]
    [InlineData("\"results\":[\"float32[2]\"]", "\"results\":[\"float32[2]\",\"float32[2]\"]", "gives float32[2], not float32[2], float32[2]")]
    [InlineData("\"results\":[\"float32[2]\"]", "\"results\":[\"float32[02]\"]", "type and shape of an array")]
    [InlineData("\"results\":[5,1]", "\"results\":[6]", "whole numbers from 0 to 5")]
    [InlineData("\"results\":[5,1]", "\"results\":5", "should be an array")]
    [InlineData("\"float32[3,2]\",\"float32[2]\"]", "\"float32[3,-2]\",\"float32[2]\"]", "type and shape of an array")]
    [InlineData("\"float32[3,2]\",\"float32[2]\"]", "\"float33[3,2]\",\"float32[2]\"]", "type and shape of an array")]
    [InlineData("\"float32[3,2]\",\"float32[2]\"]", "\"float32[2147483647,2147483647,2147483647]\",\"float32[2]\"]", "type and shape of an array")]
    [InlineData("\"names\":[\"y\"]", "\"names\":[\"y\",\"y\"]", "one is there twice")]
    [InlineData("\"names\":[\"y\"]", "\"names\":[\"a\",\"b\",\"c\"]", "more than there are inputs")]
    [InlineData("\"names\":[\"y\"]", "\"names\":[1]", "should be a text")]
    [InlineData("\"constants\":[0]", "\"constants\":[1]", "whole numbers from 0 to 0")]
    [InlineData("\"constants\":[\"float32[2]\"]", "\"constants\":[]", "are 0, and the file has 1 arrays")]
    [InlineData("\"constants\":[\"float32[2]\"]", "\"constants\":[\"float32[2]\",\"float32[2]\"]", "are 2, and the file has 1 arrays")]
    [InlineData("\"constants\":[\"float32[2]\"]", "\"constants\":[\"int32[2]\"]", "in the file it is float32[2]")]
    [InlineData("\"constants\":[\"float32[2]\"]", "\"constants\":[\"float32[3]\"]", "in the file it is float32[2]")]
    [InlineData("}]}", "}]", "no JSON")]
    [InlineData("}]}", "}]}}", "no JSON")]
    [InlineData("\"inputs\":[4]", "\"functions\":{\"F\":{}},\"inputs\":[4]", "lacks")]
    public void ALieIsRefused(string from, string to, string message)
    {
        Assert.Contains(from, Truth, StringComparison.Ordinal);
        int place = Truth.LastIndexOf(from, StringComparison.Ordinal);
        FileFormatException error = Assert.Throws<FileFormatException>(() => Import(Truth[..place] + to + Truth[(place + from.Length)..]));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoFunctionIsRefused()
    {
        FileFormatException arrays = Assert.Throws<FileFormatException>(() => Mx.ImportFunction(FileArrays.Golden("nometa.safetensors")));
        Assert.Contains("Mx.LoadArrays reads it", arrays.Message, StringComparison.Ordinal);
        Assert.Throws<FileFormatException>(() => Mx.ImportFunction(FileArrays.Golden("a_bool.npy")));
        Assert.Throws<FileFormatException>(() => Mx.ImportFunction(Stream.Null));
        Assert.Throws<FileNotFoundException>(() => Mx.ImportFunction("no-such-file"));
        Assert.Throws<FileFormatException>(() => Import("""{"version":1,"constants":["float32[2]"],"signatures":[]}"""));
    }

    [Fact]
    public void DeepJsonIsRefused() => Assert.Throws<FileFormatException>(() => Import(new string('[', 100_000)));

    [Fact]
    public void ConstantsOfOtherNamesAreRefused()
    {
        FileFormatException error = Assert.Throws<FileFormatException>(() => Import(Truth, "constant.1"));
        Assert.Contains("\"constant.0\", which the file lacks", error.Message, StringComparison.Ordinal);
    }

    // What a public function sees to before it makes an operation, a file must not go round.
    [Theory]
    [InlineData("Slice", """{"Region":{"start":[2],"step":[1],"lengths":[2],"without":[]}}""", "[0]", "float32[2]", "float32[3]")]
    [InlineData("Slice", """{"Region":{"start":[0],"step":[1],"lengths":[2],"without":[0]}}""", "[0]", "float32[]", "float32[3]")]
    [InlineData("Slice", """{"Region":{"start":[0],"step":[2],"lengths":[2147483646],"without":[]}}""", "[0]", "float32[2147483646]", "float32[3]")]
    [InlineData("AsStrided", """{"Shape":[4],"Strides":[1],"Offset":0}""", "[0]", "float32[4]", "float32[3]")]
    [InlineData("AsStrided", """{"Shape":[3],"Strides":[],"Offset":0}""", "[0]", "float32[3]", "float32[3]")]
    [InlineData("AsStrided", """{"Shape":[3],"Strides":[1],"Offset":0}""", "[0]", "float32[3]", "float32[3,1]")]
    [InlineData("Reshape", """{"Shape":[4]}""", "[0]", "float32[4]", "float32[3]")]
    [InlineData("PermuteDims", """{"Order":[0,0]}""", "[0]", "float32[2,2]", "float32[2,3]")]
    [InlineData("Concatenate", """{"Axis":0}""", "[0,1]", "float32[4,2]", "float32[2,2]", "float32[2,3]")]
    [InlineData("MatMul", "{}", "[0,1]", "float32[2,3]", "float32[2,2]", "float32[3,3]")]
    [InlineData("MatMul", "{}", "[0,1]", "float32[2,3]", "float32[2,2]", "float64[2,3]")]
    [InlineData("Where", "{}", "[0,1,1]", "float32[3]", "bool[2]", "float32[3]")]
    [InlineData("Where", "{}", "[0,1,1]", "float32[3]", "float32[3]", "float32[3]")]
    [InlineData("Exp", "{}", "[0]", "int32[3]", "int32[3]")]
    [InlineData("Add", "{}", "[0,1]", "float32[3]", "float32[3]", "float32[1]")]
    [InlineData("Add", "{}", "[0]", "float32[3]", "float32[3]")]
    [InlineData("Floor", "{}", "[0,1]", "float32[3]", "float32[3]", "float32[3]")]
    [InlineData("BitwiseAnd", "{}", "[0,1]", "float32[3]", "float32[3]", "float32[3]")]
    [InlineData("Max", """{"Axes":[0]}""", "[0]", "float32[]", "float32[0]")]
    [InlineData("All", """{"Axes":[0]}""", "[0]", "float32[]", "float32[3]")]
    [InlineData("CumSum", """{"Direction":{"axis":1,"reverse":false,"inclusive":true}}""", "[0]", "float32[3]", "float32[3]")]
    [InlineData("Sort", """{"Axis":-1}""", "[0]", "float32[3]", "float32[3]")]
    [InlineData("TakeAlongAxis", """{"Axis":0,"Clamp":true}""", "[0,1]", "float32[2,3]", "float32[4,2]", "int32[2,3]")]
    [InlineData("TakeAlongAxis", """{"Axis":0,"Clamp":true}""", "[0,1]", "float32[2]", "float32[4]", "float32[2]")]
    [InlineData("PutAlongAxis", """{"Mode":"Set","Axis":0,"Clamp":true}""", "[0,1,2]", "float32[4,2]", "float32[4,2]", "int32[1,3]", "float32[1,3]")]
    [InlineData("Gather", """{"Axes":[0],"SliceSizes":[5],"Clamp":true}""", "[0,1]", "float32[1,5]", "float32[4]", "int32[1]")]
    [InlineData("Gather", """{"Axes":[0],"SliceSizes":[1],"Clamp":true}""", "[0,1,1]", "float32[1,1]", "float32[4]", "int32[1]")]
    [InlineData("Scatter", """{"Mode":"9","Axes":[0],"Clamp":true}""", "[0,1,2]", "float32[4]", "float32[4]", "int32[1]", "float32[1,1]")]
    [InlineData("Scatter", """{"Mode":"Add","Axes":[1],"Clamp":true}""", "[0,1,2]", "float32[4]", "float32[4]", "int32[1]", "float32[1,1]")]
    [InlineData("RandomBits", """{"Shape":[4]}""", "[0]", "uint32[4]", "uint32[1]")]
    [InlineData("Iota", """{"Start":0,"Step":1,"Length":-1,"DType":"int32"}""", "[]", "int32[1]")]
    [InlineData("Constant", """{"DType":"bool","Bits":"0x2"}""", "[]", "bool[]")]
    [InlineData("Constant", """{"DType":"uint8","Bits":"0x100"}""", "[]", "uint8[]")]
    [InlineData("Fft", """{"Axis":0,"Inverse":false,"Scale":1}""", "[0]", "float32[3]", "float32[3]")]
    [InlineData("Irfft", """{"Axis":0,"Length":9,"Scale":1}""", "[0]", "float32[9]", "complex64[3]")]
    [InlineData("Cholesky", """{"Upper":false}""", "[0]", "float32[3,2]", "float32[3,2]")]
    [InlineData("Inverse", "{}", "[0]", "float16[3,3]", "float16[3,3]")]
    [InlineData("Solve", """{"Transposed":false}""", "[0,0,1,0]", "float32[3,3]", "float32[3,3]", "uint32[2]")]
    [InlineData("SolveTriangular", """{"Upper":false,"Unit":false}""", "[0,1]", "float32[4,1]", "float32[3,3]", "float32[4,1]")]
    [InlineData("LayerNorm", """{"Epsilon":0.1}""", "[0,1]", "float32[3,2]", "float32[3,2]", "float32[3]")]
    [InlineData("Softmax", """{"Axes":[2]}""", "[0]", "float32[3,2]", "float32[3,2]")]
    [InlineData("Convolution", """{"Stride":[0],"Low":[0],"High":[0],"KernelDilation":[1],"InputDilation":[1]}""", "[0,1]", "float32[1,3,1]", "float32[1,3,1]", "float32[1,1,1]")]
    [InlineData("Convolution", """{"Stride":[1],"Low":[2147483000],"High":[2147483000],"KernelDilation":[1],"InputDilation":[1]}""", "[0,1]", "float32[1,3,1]", "float32[1,3,1]", "float32[1,1,1]")]
    [InlineData("Convolution", """{"Stride":[1],"Low":[0],"High":[0],"KernelDilation":[1],"InputDilation":[1]}""", "[0,1]", "float32[1,3,1]", "float32[1,3,2]", "float32[1,1,1]")]
    [InlineData("Attention", """{"Scale":1,"IsCausal":false,"Inputs":"None"}""", "[0,1,1]", "float32[1,1,1,2,3]", "float32[1,1,1,2,3]", "float32[1,1,2,4]")]
    [InlineData("Attention", """{"Scale":1,"IsCausal":false,"Inputs":"128"}""", "[0,1,1]", "float32[1,1,1,2,3]", "float32[1,1,1,2,3]", "float32[1,1,2,3]")]
    [InlineData("SliceStarts", """{"Function":"f","Shape":[4],"Axes":[0],"Sizes":[5]}""", "[0]", "int64[1]", "int64[1]")]
    [InlineData("WhileLoop", """{"IsLinear":false}""", "[0]", "float32[3]", "float32[3]")]
    public void AnOperationOfInputsThatItCannotHaveIsRefused(string primitive, string parameters, string places, string result, params string[] inputs)
    {
        string json = $$"""
            {"version":1,"constants":[],"signatures":[{"names":[],"inputs":[{{string.Join(',', inputs.Select(input => $"\"{input}\""))}}],"constants":[],"operations":[
            {"primitive":"{{primitive}}","parameters":{{parameters}},"inputs":{{places}},"results":["{{result}}"]}],"results":[]}]}
            """;
        FileFormatException error = Assert.Throws<FileFormatException>(() => Exported.Import(FileOf(json, new Dictionary<string, NDArray>())));
        Assert.Contains($"operation 0, {primitive},", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> LiesOfALoop => [.. Loops.Keys];

    private static readonly Dictionary<string, (Action<JsonObject> Change, string Words)> Loops = new()
    {
        ["a condition that is a number"] = (loop => loop["Condition"]!["results"] = new JsonArray(0), "its condition is no truth"),
        ["two conditions"] = (loop => loop["Condition"]!["results"] = new JsonArray(1, 1), "its condition is no truth"),
        ["a body of two results"] = (loop => loop["Body"]!["results"] = new JsonArray(0, 0), "its body changes the state's shapes or types"),
        ["a body without an argument"] = (loop => loop["Body"]!["arguments"] = 0, "its functions have other inputs"),
        ["more arguments than inputs"] = (loop => loop["Body"]!["arguments"] = 9, "are more than there are inputs"),
        ["fewer than no arguments"] = (loop => loop["Body"]!["arguments"] = -1, "are more than there are inputs"),
        ["no condition"] = (loop => loop.Remove("Condition"), "lacks the function \"Condition\""),
        ["a function too many"] = (loop => loop["More"] = loop["Body"]!.DeepClone(), "\"More\", which means nothing"),
        ["an argument of another shape"] = (loop => loop["Condition"]!["inputs"] = new JsonArray("float32[2]"), "Condition, operation"),
        ["a value that comes later"] = (loop => loop["Body"]!["operations"]![0]!["inputs"] = new JsonArray(7, 0), "whole numbers from 0"),
    };

    [Theory, MemberData(nameof(LiesOfALoop))]
    public void ALoopWhoseFunctionsDoNotFitIsRefused(string lie)
    {
        byte[] file = Exported.Bytes(x => Mx.WhileLoop(s => s[0] < x[1], s => [s[0] + x[1]], [x[0]]), Mx.Array(1f), Mx.Array(2f));
        JsonNode root = JsonNode.Parse(Mx.LoadArrays(new MemoryStream(file)).Metadata["tangent.function"].Text!)!;
        JsonObject functions = root["signatures"]![0]!["operations"]!.AsArray().Single(operation => (string)operation!["primitive"]! == "WhileLoop")!["functions"]!.AsObject();
        Exported.Import(FileOf(root.ToJsonString(), new Dictionary<string, NDArray>()));
        Loops[lie].Change(functions);
        FileFormatException error = Assert.Throws<FileFormatException>(() => Exported.Import(FileOf(root.ToJsonString(), new Dictionary<string, NDArray>())));
        Assert.Contains("WhileLoop", error.Message, StringComparison.Ordinal);
        Assert.Contains(Loops[lie].Words, error.Message, StringComparison.Ordinal);
    }

    private static ImportedFunction Import(string json, string name = "constant.0") =>
        Exported.Import(FileOf(json, new Dictionary<string, NDArray> { [name] = Mx.Array([1f, 2f]) }));

    private static byte[] FileOf(string json, IReadOnlyDictionary<string, NDArray> arrays)
    {
        using var stream = new MemoryStream();
        Mx.SaveSafetensors(stream, arrays, new() { ["tangent.function"] = json });
        return stream.ToArray();
    }
}
