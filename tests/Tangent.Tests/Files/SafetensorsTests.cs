using System.Text;
using Xunit;

namespace Tangent.Tests.Files;

public sealed class SafetensorsTests
{
    private const string A = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";

    [Fact]
    public void EveryTypeComesBack()
    {
        using var folder = new TemporaryFolder();
        Mx.SaveSafetensors(folder["all"], FileArrays.OfEveryType, new() { ["b"] = "2", ["a"] = "ü\"\\\n\u0001😀" });
        LoadedArrays loaded = Mx.LoadArrays(folder["all.safetensors"]);
        FileArrays.Equal(FileArrays.OfEveryType, loaded);
        Assert.Equal(["b", "a"], loaded.Metadata.Keys);
        Assert.Equal("ü\"\\\n\u0001😀", (string)loaded.Metadata["a"]);
        using var stream = new MemoryStream();
        Mx.SaveSafetensors(stream, loaded, loaded.Metadata);
        Assert.Equal(File.ReadAllBytes(folder["all.safetensors"]), stream.ToArray());
        stream.Position = 0;
        FileArrays.Equal(loaded, Mx.LoadArrays(stream));
    }

    // What the format's own library writes.
    [Fact]
    public void TheBytesAreThoseOfTheFormat()
    {
        Assert.Equal("08-00-00-00-00-00-00-00-7B-7D-20-20-20-20-20-20", Hex([]));
        Assert.Equal(
            "@\0\0\0\0\0\0\0{\"attn.0\":{\"dtype\":\"F32\",\"shape\":[1,2,3],\"data_offsets\":[0,24]}}",
            Encoding.ASCII.GetString(Bytes(new() { ["attn.0"] = Mx.Arange(6f).Reshape((1, 2, 3)) })[..72]));
        Assert.Equal(
            "(\0\0\0\0\0\0\0{\"__metadata__\":{\"framework\":\"pt\"}}     ",
            Encoding.ASCII.GetString(Bytes([], new Dictionary<string, string> { ["framework"] = "pt" })));
        Assert.Equal(
            ["z", "a", "b", "c", "\uFFFF", "😀"],
            Mx.LoadArrays(new MemoryStream(Bytes(new()
            {
                ["😀"] = Mx.Zeros(1, DType.Bool),
                ["c"] = Mx.Zeros(1, DType.Int16),
                ["\uFFFF"] = Mx.Zeros(1, DType.Bool),
                ["b"] = Mx.Zeros(1),
                ["a"] = Mx.Zeros(1),
                ["z"] = Mx.Zeros(1, DType.UInt64),
            }))).Keys);
    }

    [Fact]
    public void WhatLiesAtAnyByteIsRead()
    {
        byte[] file = FileArrays.Safetensors("""{"o":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"w":{"dtype":"F64","shape":[],"data_offsets":[3,11]}}  """, 11);
        BitConverter.TryWriteBytes(file.AsSpan(file.Length - 8), 0.1);
        Assert.Equal(0.1, Mx.LoadArrays(new MemoryStream(file))["w"].Item<double>());
        using var folder = new TemporaryFolder();
        Assert.Equal(0.1, Mx.LoadArrays(folder.Write("odd", file))["w"].Item<double>());
    }

    [Fact]
    public void TypesOfEightBitsAreTheirBitsAndUnknownOnesFailWhenAskedFor()
    {
        byte[] file = FileArrays.Safetensors("""{"e":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]},"f":{"dtype":"F4","shape":[4],"data_offsets":[2,4]}}""", 4);
        LoadedArrays loaded = Mx.LoadArrays(new MemoryStream(file));
        Assert.Equal(DType.UInt8, loaded["e"].DType);
        Assert.Contains("\"f\" is of type F4", Assert.Throws<FileFormatException>(() => loaded["f"]).Message, StringComparison.Ordinal);
        Assert.True(loaded.ContainsKey("f"));
    }

    [Fact]
    public void AnAxisThatIsTooLongFailsWhenAskedFor()
    {
        LoadedArrays loaded = Mx.LoadArrays(new MemoryStream(FileArrays.Safetensors("""{"a":{"dtype":"F32","shape":[0,5000000000],"data_offsets":[0,0]}}""")));
        Assert.Contains("\"a\" has shape [0,5000000000]", Assert.Throws<FileFormatException>(() => loaded["a"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TruthsOtherThan0And1AreTrue()
    {
        byte[] file = FileArrays.Safetensors("""{"b":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}""", 3);
        file[^1] = 0xFF;
        file[^3] = 2;
        Assert.Equal([1, 1, 1], Mx.LoadArrays(new MemoryStream(file))["b"].AsType(DType.Int32).ToArray<int>());
    }

    // Each was a hole of a reader of others: LiteRT and safetensors-cpp (a product that wraps to 0), fastllm, nntrainer and
    // MLX (lengths unchecked), duplicate keys and bytes that belong to nobody (the audit of the format).
    [Theory]
    [InlineData("a product that wraps to 0", """{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "is F32[4294967296,4294967296] and has 0 bytes")]
    [InlineData("a product that wraps to the length", """{"a":{"dtype":"U8","shape":[4611686018427387905,4],"data_offsets":[0,4]}}""", 4, "and has 4 bytes")]
    [InlineData("offsets beyond the file", """{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 8, "from byte 0 to 16 of the 8")]
    [InlineData("offsets that wrap", """{"a":{"dtype":"U8","shape":[1],"data_offsets":[18446744073709551615,0]}}""", 1, "from byte 18446744073709551615")]
    [InlineData("offsets that run backwards", """{"a":{"dtype":"U8","shape":[0],"data_offsets":[1,0]}}""", 1, "from byte 1 to 0")]
    [InlineData("a negative offset", """{"a":{"dtype":"U8","shape":[1],"data_offsets":[-1,0]}}""", 1, "a whole number that is not negative")]
    [InlineData("a negative length", """{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}}""", 1, "a whole number that is not negative")]
    [InlineData("a length in floating point", """{"a":{"dtype":"U8","shape":[1e0],"data_offsets":[0,1]}}""", 1, "a whole number that is not negative")]
    [InlineData("a length beyond 64 bits", """{"a":{"dtype":"U8","shape":[18446744073709551617],"data_offsets":[0,1]}}""", 1, "a whole number that is not negative")]
    [InlineData("three offsets", """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1,2]}}""", 1, "more than 2 numbers")]
    [InlineData("one offset", """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}}""", 1, "one of two data_offsets")]
    [InlineData("no dtype", """{"a":{"shape":[1],"data_offsets":[0,1]}}""", 1, "lacks its dtype")]
    [InlineData("a name twice", """{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""", 0, "two entries \"a\"")]
    [InlineData("a name twice, once in escapes", """{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"\u0061":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""", 0, "two entries \"a\"")]
    [InlineData("a field twice", """{"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "\"dtype\" of \"a\" is there twice")]
    [InlineData("an unknown field", """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1}}""", 1, "\"x\" of \"a\"")]
    [InlineData("a hole", """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}""", 3, "\"b\" begins at byte 2")]
    [InlineData("an overlap", """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, "\"b\" begins at byte 1")]
    [InlineData("bytes before the first", """{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "\"a\" begins at byte 1")]
    [InlineData("bytes behind the last", A, 9, "1 bytes belong to no array")]
    [InlineData("a file cut short", A, 7, "of the 7 behind")]
    [InlineData("metadata that are no text", """{"__metadata__":{"a":1}}""", 0, "should be a text")]
    [InlineData("metadata twice", """{"__metadata__":{"a":"1","a":"2"}}""", 0, "two metadata \"a\"")]
    [InlineData("metadata that are a list", """{"__metadata__":[]}""", 0, "an object of texts")]
    [InlineData("deep nesting", """{"a":{"dtype":"U8","shape":[[[[1]]]],"data_offsets":[0,1]}}""", 1, "no JSON as it should be")]
    [InlineData("a comma too many", """{"__metadata__":{},}""", 0, "no JSON as it should be")]
    [InlineData("a comment", """{/**/}""", 0, "no JSON as it should be")]
    [InlineData("half a letter", """{"\ud800":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""", 0, "half a pair")]
    [InlineData("a list", "[]", 0, "begin with {")]
    [InlineData("a blank first", " {}", 0, "begin with {")]
    [InlineData("two objects", "{}{}", 0, "goes on after its end")]
    [InlineData("zeros behind", "{}\0", 0, "goes on after its end")]
    [InlineData("no end", """{"a":""", 0, "no JSON as it should be")]
    [InlineData("nothing", "", 0, "begin with {")]
    public void ALieIsRefused(string lie, string header, int bytes, string words)
    {
        Assert.NotEmpty(lie);
        FileArrays.Refused(FileArrays.Safetensors(header, bytes), words, Mx.LoadArrays);
    }

    [Fact]
    public void TheLengthOfTheHeaderIsComparedWithTheFile()
    {
        byte[] file = FileArrays.Safetensors(A, 8);
        foreach ((ulong length, string words) in new[] { (ulong.MaxValue, "more than the format allows"), (100_000_001ul, "more than the format allows"), (100_000_000ul, "the header would take"), (63ul, "the header would take") })
        {
            BitConverter.TryWriteBytes(file, length);
            FileArrays.Refused(file, words, Mx.LoadArrays);
        }
        FileArrays.Refused([1, 2, 3], "the length of a safetensors header", Mx.LoadArrays);
        FileArrays.Refused([], "the length of a safetensors header", Mx.LoadArrays);
    }

    [Fact]
    public void LettersThatAreNoneAreRefused()
    {
        byte[] file = FileArrays.Safetensors("""{"X":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""");
        file[10] = 0xFF;
        FileArrays.Refused(file, "no UTF-8", Mx.LoadArrays);
    }

    [Fact]
    public void ManyAxesAreRefusedBeforeTheyTakeMemory() =>
        FileArrays.Refused(FileArrays.Safetensors($$$"""{"a":{"dtype":"U8","shape":[{{{string.Join(',', Enumerable.Repeat(1, 100_000))}}}],"data_offsets":[0,1]}}""", 1), "more than 64", Mx.LoadArrays);

    [Fact]
    public void WhatCannotBeWrittenIsRefusedByName()
    {
        var one = new Dictionary<string, NDArray> { ["a"] = Mx.Ones(2) };
        Refusal.Argument("SaveSafetensors: the metadata \"n\" are numbers", () => Bytes(one, new() { ["n"] = 3 }));
        Refusal.Argument("SaveSafetensors: the metadata \"l\" are a list", () => Bytes(one, new() { ["l"] = new[] { "a" } }));
        Refusal.Argument("SaveSafetensors: an array cannot be called \"__metadata__\"", () => Bytes(new() { ["__metadata__"] = Mx.Ones(2) }));
        Refusal.Argument("SaveSafetensors: the array \"a\" is null", () => Bytes(new() { ["a"] = null! }));
        Refusal.Argument("SaveSafetensors: half a pair", () => Bytes(new() { ["\ud800"] = Mx.Ones(2) }));
        Refusal.Argument("SaveSafetensors: the stream cannot be written to", () => { Mx.SaveSafetensors(new MemoryStream([], writable: false), one); return null; });
    }

    private static byte[] Bytes(Dictionary<string, NDArray> arrays, FileMetadata? metadata = null)
    {
        using var stream = new MemoryStream();
        Mx.SaveSafetensors(stream, arrays, metadata);
        return stream.ToArray();
    }

    private static string Hex(Dictionary<string, NDArray> arrays) => BitConverter.ToString(Bytes(arrays));
}
