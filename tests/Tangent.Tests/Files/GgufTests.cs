using System.Runtime.InteropServices;
using Tangent.Tests.Golden;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Files;

public sealed class GgufTests
{
    public static TheoryData<string> BlockTypes => [.. Recorded.Keys];

    // Type, number, random blocks, and what they are: computed in NumPy from the layouts of ggml.
    private static Dictionary<string, string[]> Recorded { get; } =
        File.ReadLines(Path.Combine(Repository.Root, "tests/Tangent.Tests/Files/blocks.tsv")).Select(line => line.Split('\t')).ToDictionary(fields => fields[0]);

    private static readonly string[] Packed = ["Q4_0", "Q4_1", "Q8_0"];

    [Fact]
    public void WhatMlxWroteIsRead()
    {
        LoadedArrays loaded = Mx.LoadArrays(FileArrays.Golden("small.gguf"));
        Assert.Equal(["i8", "i", "h", "w"], loaded.Keys);
        Assert.Equal([-5, 2, 9, 16, 23], loaded["i8"].AsType(DType.Int32).ToArray<int>());
        Assert.Equal([-5, 2, 9], loaded["i"].ToArray<int>());
        Assert.Equal((new Shape([2, 2]), DType.Float16), (loaded["h"].Shape, loaded["h"].DType));
        Assert.Equal(new Shape([3, 4]), loaded["w"].Shape);
        Assert.Equal(1.469f, loaded["w"][0, 0].Item<float>());
        Assert.Equal("tiny", (string)loaded.Metadata["general.name"]);
        Assert.Equal(["a", "bc"], loaded.Metadata["tags"].Texts);
        Assert.Equal([42], loaded.Metadata["answer"].Array!.ToArray<int>());
    }

    [Fact]
    public void ArraysAndMetadataComeBack()
    {
        Dictionary<string, NDArray> arrays = FileArrays.OfEveryType.Where(pair => !pair.Value.DType.IsUnsigned && pair.Value.DType is not (DType.Bool or DType.Complex64)).ToDictionary();
        arrays["scalar"] = Mx.Ones([]).Eval();
        arrays["nothing"] = Mx.Zeros((0, 3)).Eval();
        var metadata = new FileMetadata { ["text"] = "ü", ["texts"] = new[] { "a", "" }, ["flag"] = true, ["i"] = -3, ["u"] = 3u, ["l"] = 1L << 40, ["f"] = 0.1f, ["d"] = 0.1, ["list"] = Mx.Arange(3), ["none"] = Mx.Zeros(0, DType.UInt8) };
        using var folder = new TemporaryFolder();
        Mx.SaveGguf(folder["m"], arrays, metadata);
        LoadedArrays loaded = Mx.LoadArrays(folder["m.gguf"]);
        FileArrays.Equal(arrays, loaded);
        Assert.Equal(metadata.Keys, loaded.Metadata.Keys);
        foreach ((string key, MetadataValue value) in metadata)
        {
            Assert.True(value == loaded.Metadata[key]);
            Assert.Equal(value.GetHashCode(), loaded.Metadata[key].GetHashCode());
            Assert.True(value != loaded.Metadata[key == "i" ? "l" : "i"]);
        }
        Assert.True(loaded.Metadata["text"] == "ü" && loaded.Metadata["text"] != "u");
        Assert.Equal(0.1, loaded.Metadata["d"].Array!.Item<double>());
        using var stream = new MemoryStream();
        Mx.SaveGguf(stream, loaded, loaded.Metadata);
        Assert.Equal(File.ReadAllBytes(folder["m.gguf"]), stream.ToArray());
    }

    [Fact]
    public void AnotherAlignmentIsKept()
    {
        using var stream = new MemoryStream();
        Mx.SaveGguf(stream, new Dictionary<string, NDArray> { ["a"] = Mx.Ones(1), ["b"] = Mx.Ones(2) }, new() { ["general.alignment"] = 128u });
        Assert.Equal(0, stream.Length % 128);
        stream.Position = 0;
        Assert.Equal([1, 1], Mx.LoadArrays(stream)["b"].ToArray<float>());
    }

    [Theory, MemberData(nameof(BlockTypes))]
    public void BlocksAreTheNumbersThatTheyStandFor(string name)
    {
        string[] fields = Recorded[name];
        byte[] blocks = Convert.FromBase64String(fields[2]), expected = Convert.FromBase64String(fields[3]);
        bool isPacked = Packed.Contains(name);
        int count = expected.Length / (isPacked ? 4 : 2);
        byte[] file = GgufBytes.Of(new GgufBytes.Tensor("w.weight", uint.Parse(fields[1]), [(ulong)count / 2, 2], blocks));
        using var folder = new TemporaryFolder();
        foreach (LoadedArrays loaded in new[] { Mx.LoadArrays(new MemoryStream(file)), Mx.LoadArrays(folder.Write("x.gguf", file)) })
        {
            if (!isPacked)
            {
                Assert.Equal((new Shape([2, count / 2]), DType.Float16), (loaded["w.weight"].Shape, loaded["w.weight"].DType));
                Assert.Equal(expected, GoldenBuffers.Read(loaded["w.weight"]).Bytes);
                continue;
            }
            Assert.Equal(["w.weight", "w.scales", "w.biases"], loaded.Keys);
            int bits = name == "Q8_0" ? 8 : 4;
            Assert.Equal((new Shape([2, count / 2 * bits / 32]), DType.UInt32), (loaded["w.weight"].Shape, loaded["w.weight"].DType));
            Assert.Equal((new Shape([2, count / 64]), DType.Float16), (loaded["w.scales"].Shape, loaded["w.scales"].DType));
            float[] numbers = Dequantized(loaded, bits);
            float[] recorded = MemoryMarshal.Cast<byte, float>(expected).ToArray();
            for (int i = 0; i < count; i++)
                Assert.Equal(recorded[i], numbers[i], 1e-6f);
        }
    }

    // More than a piece, so that several threads read.
    [Fact]
    public void ManyBlocksAreReadEachInItsPlace()
    {
        const int count = 150_001;
        var bytes = new byte[18 * count];
        for (int i = 0; i < count; i++)
            BitConverter.TryWriteBytes(bytes.AsSpan(18 * i), (Half)(i % 2000));
        for (int i = 0; i < count; i++)
            bytes[18 * i + 2] = (byte)(i % 251);
        using var folder = new TemporaryFolder();
        LoadedArrays loaded = Mx.LoadArrays(folder.Write("big.gguf", GgufBytes.Of(new GgufBytes.Tensor("w.weight", 2, [32, count], bytes))));
        Half[] scales = loaded["w.scales"].ToArray<Half>(), biases = loaded["w.biases"].ToArray<Half>();
        uint[] words = loaded["w.weight"].ToArray<uint>();
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(((Half)(i % 2000), (Half)(i % 2000 * -8)), (scales[i], biases[i]));
            Assert.Equal(((uint)(i % 251 & 0xF), (uint)(i % 251 >> 4)), (words[4 * i], words[4 * i + 2]));
        }
    }

    [Fact]
    public void ScalesAndBiasesOfAShortNameKeepIt()
    {
        byte[] file = GgufBytes.Of(new GgufBytes.Tensor("w", 2, [32], new byte[18]), new GgufBytes.Tensor(".weight", 2, [32], new byte[18]));
        Assert.Equal(["w", "w.scales", "w.biases", ".weight", ".scales", ".biases"], Mx.LoadArrays(new MemoryStream(file)).Keys);
    }

    [Fact]
    public void UnknownTypesFailWhenAskedFor()
    {
        byte[] file = GgufBytes.Of(new GgufBytes.Tensor("q", 16, [256], new byte[66]), new GgufBytes.Tensor("n", 200, [7], new byte[40]), new GgufBytes.Tensor("f", 0, [1], new byte[4]));
        LoadedArrays loaded = Mx.LoadArrays(new MemoryStream(file));
        Assert.Equal(0, loaded["f"].Item<float>());
        Assert.Contains("\"q\" is of type IQ2_XXS", Assert.Throws<FileFormatException>(() => loaded["q"]).Message, StringComparison.Ordinal);
        Assert.Contains("\"n\" is of type number 200", Assert.Throws<FileFormatException>(() => loaded["n"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VersionTwoIsReadAndOthersAreNot()
    {
        byte[] file = GgufBytes.Of(new GgufBytes.Tensor("a", 24, [3], [1, 2, 3]));
        file[4] = 2;
        Assert.Equal(3, Mx.LoadArrays(new MemoryStream(file))["a"].Size);
        foreach ((byte[] version, string words) in new[] { (new byte[] { 1, 0, 0, 0 }, "of version 1"), ([4, 0, 0, 0], "of version 4"), ([0, 0, 0, 0], "of version 0"), ([0, 0, 0, 3], "the high byte of numbers first") })
            FileArrays.Refused([.. file[..4], .. version, .. file[8..]], words, Mx.LoadArrays);
    }

    // mlx 4213, 4136, 4244, 4245, 3358 and CVE-2025-62609; ggml 709 (lengths, axes and types unchecked); llama.cpp 14595, 18674
    // (sizes that overflow), 24263 (a length of 0), 24884 (an empty key), 26318 (alignment of a wrong type); gguf-tools 25 (many axes).
    [Theory]
    [InlineData("more arrays than bytes")]
    public void CountsAreComparedWithTheFile(string lie)
    {
        Assert.NotEmpty(lie);
        foreach (ulong count in new[] { 1ul << 20, 1ul << 62, ulong.MaxValue })
        {
            FileArrays.Refused([.. "GGUF"u8, 3, 0, 0, 0, .. BitConverter.GetBytes(count), .. BitConverter.GetBytes(0ul)], "the number of arrays would be", Mx.LoadArrays);
            FileArrays.Refused([.. "GGUF"u8, 3, 0, 0, 0, .. BitConverter.GetBytes(0ul), .. BitConverter.GetBytes(count)], "the number of metadata would be", Mx.LoadArrays);
            FileArrays.Refused(GgufBytes.WithValue("k", [8, 0, 0, 0, .. BitConverter.GetBytes(count)]), "the text \"k\" would be", Mx.LoadArrays);
            FileArrays.Refused(GgufBytes.WithValue("k", [9, 0, 0, 0, 8, 0, 0, 0, .. BitConverter.GetBytes(count)]), "the length of the list \"k\" would be", Mx.LoadArrays);
            FileArrays.Refused(GgufBytes.WithValue("k", [9, 0, 0, 0, 12, 0, 0, 0, .. BitConverter.GetBytes(count)]), "the length of the list \"k\" would be", Mx.LoadArrays);
        }
    }

    // So many fit that each has a byte, and so few that none has all of its own.
    [Fact]
    public void CountsAreOfThingsWithASize()
    {
        FileArrays.Refused([.. "GGUF"u8, 3, 0, 0, 0, .. BitConverter.GetBytes(20ul), .. BitConverter.GetBytes(0ul), .. new byte[40]], "the number of arrays would be 20, each of 24 bytes", Mx.LoadArrays);
        FileArrays.Refused([.. "GGUF"u8, 3, 0, 0, 0, .. BitConverter.GetBytes(0ul), .. BitConverter.GetBytes(20ul), .. new byte[40]], "the number of metadata would be 20, each of 13 bytes", Mx.LoadArrays);
        FileArrays.Refused(GgufBytes.WithValue("k", [9, 0, 0, 0, 8, 0, 0, 0, .. BitConverter.GetBytes(20ul), .. new byte[40]]), "would be 20, each of 8 bytes", Mx.LoadArrays);
        FileArrays.Refused(GgufBytes.WithValue("k", [9, 0, 0, 0, 12, 0, 0, 0, .. BitConverter.GetBytes(20ul), .. new byte[40]]), "would be 20, each of 8 bytes", Mx.LoadArrays);
    }

    [Fact]
    public void ALieIsRefused()
    {
        Refused("an empty key", GgufBytes.WithValue("", [7, 0, 0, 0, 1]), "a key has 0 bytes");
        Refused("a long key", GgufBytes.WithValue(new string('k', 65536), [7, 0, 0, 0, 1]), "a key has 65536 bytes");
        Refused("a key that is no ASCII", GgufBytes.WithValue("ü", [7, 0, 0, 0, 1]), "ASCII letters alone");
        Refused("an unknown type of value", GgufBytes.WithValue("k", [13, 0, 0, 0, 1]), "of type 13, which is unknown");
        Refused("an unknown type of list", GgufBytes.WithValue("k", [9, 0, 0, 0, 13, 0, 0, 0, .. new byte[8]]), "of type 13, which is unknown");
        Refused("lists of lists", GgufBytes.WithValue("k", [9, 0, 0, 0, 9, 0, 0, 0, .. new byte[8]]), "a list of lists");
        Refused("a truth of 2", GgufBytes.WithValue("k", [7, 0, 0, 0, 2]), "neither 0 nor 1");
        Refused("an alignment of another type", GgufBytes.WithValue("general.alignment", [10, 0, 0, 0, 32, 0, 0, 0, 0, 0, 0, 0]), "a power of two of type uint32");
        Refused("an alignment that is a text", GgufBytes.WithValue("general.alignment", [8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), "a power of two of type uint32");
        Refused("an alignment of 0", GgufBytes.WithValue("general.alignment", [4, 0, 0, 0, 0, 0, 0, 0]), "a power of two of type uint32");
        Refused("an alignment of 12", GgufBytes.WithValue("general.alignment", [4, 0, 0, 0, 12, 0, 0, 0]), "a power of two of type uint32");
        Tensor("many axes", new("a", 0, [1, 1, 1, 1, 1], new byte[4]), "has 5 axes");
        Tensor("very many axes", new("a", 0, [], new byte[4]) { Rank = uint.MaxValue }, "has 4294967295 axes");
        Tensor("a long name", new(new string('a', 64), 0, [1], new byte[4]), "an array's name has 64 bytes");
        Tensor("sizes that overflow", new("a", 0, [1ul << 32, 1ul << 32], []), "more bytes than any file");
        Tensor("sizes that overflow in blocks", new("a", 2, [1ul << 63, 32], []), "more bytes than any file");
        Tensor("a length beyond the file", new("a", 0, [1ul << 31], new byte[4]), "takes 8589934592 bytes");
        Tensor("a length that is no multiple of the block", new("a", 2, [33], new byte[36]), "should be a multiple of 32");
        Tensor("no block", new("a", 2, [], new byte[18]), "should be a multiple of 32");
        Tensor("an offset beyond the file", new("a", 0, [1], new byte[4]) { Offset = 1ul << 40 }, "begins at byte 1099511627776");
        Tensor("an offset that wraps", new("a", 0, [1], new byte[4]) { Offset = ulong.MaxValue - 31 }, "begins at byte 18446744073709551584");
        Tensor("an offset between the multiples", new("a", 0, [1], new byte[40]) { Offset = 4 }, "begins at byte 4");
        Tensor("a hole", new("a", 0, [1], new byte[40]) { Offset = 32 }, "begins at byte 32 behind the header, and should at 0");
        Tensor("bytes behind the last", new("a", 0, [1], new byte[50]), "belong to no array");
        Refused("an overlap", GgufBytes.Of(new GgufBytes.Tensor("a", 0, [1], new byte[4]), new GgufBytes.Tensor("b", 0, [1], new byte[4]) { Offset = 0 }), "\"b\" begins at byte 0 behind the header, and should at 32");
        Refused("a name twice", GgufBytes.Of(new GgufBytes.Tensor("a", 0, [1], new byte[4]), new GgufBytes.Tensor("a", 0, [1], new byte[4])), "there are two arrays \"a\"");
        Refused("a name that scales have", GgufBytes.Of(new GgufBytes.Tensor("a.weight", 2, [32], new byte[18]), new GgufBytes.Tensor("a.scales", 0, [1], new byte[4])), "there are two arrays \"a.scales\"");
        Refused("a key twice", [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[8], 2, 0, 0, 0, 0, 0, 0, 0, .. Pair, .. Pair], "two values \"k\"");
    }

    private static byte[] Pair => [1, 0, 0, 0, 0, 0, 0, 0, (byte)'k', 7, 0, 0, 0, 1];

    [Fact]
    public void AnArrayWithoutElementsIsRead() =>
        Assert.Equal(new Shape([0, 3]), Mx.LoadArrays(new MemoryStream(GgufBytes.Of(new GgufBytes.Tensor("a", 0, [3, 0], []))))["a"].Shape);

    [Fact]
    public void AFileCutShortAnywhereIsRefused()
    {
        byte[] file = File.ReadAllBytes(FileArrays.Golden("small.gguf"));
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<FileFormatException>(() => Mx.LoadArrays(new MemoryStream(file[..length])));
    }

    [Fact]
    public void WhatCannotBeWrittenIsRefusedByName()
    {
        Refusal.Argument("SaveGguf: array \"a\" is bool[2]", () => Save(Mx.Ones(2, DType.Bool)));
        Refusal.Argument("SaveGguf: array \"a\" is uint32[2]", () => Save(Mx.Ones(2, DType.UInt32)));
        Refusal.Argument("SaveGguf: array \"a\" is float32[1,1,1,1,1]", () => Save(Mx.Ones((1, 1, 1, 1, 1))));
        Refusal.Argument("SaveGguf: the name", () => Save(Mx.Ones(2), name: new string('a', 64)));
        Refusal.Argument("SaveGguf: the metadata \"k\" are float32[2,2]", () => Save(Mx.Ones(2), Mx.Ones((2, 2))));
        Refusal.Argument("SaveGguf: the metadata \"k\" are float16[]", () => Save(Mx.Ones(2), Mx.Ones([], DType.Float16)));
        Refusal.Argument("SaveGguf: \"ü\" cannot name metadata", () => Save(Mx.Ones(2), 1, "ü"));
        Refusal.Argument("SaveGguf: general.alignment is", () => Save(Mx.Ones(2), 32, "general.alignment"));
    }

    private static object? Save(NDArray array, MetadataValue? value = null, string key = "k", string name = "a")
    {
        Mx.SaveGguf(new MemoryStream(), new Dictionary<string, NDArray> { [name] = array }, value is null ? null : new() { [key] = value });
        return null;
    }

    private static void Tensor(string lie, GgufBytes.Tensor tensor, string words) => Refused(lie, GgufBytes.Of(tensor), words);

    private static void Refused(string lie, byte[] file, string words)
    {
        Assert.NotEmpty(lie);
        FileArrays.Refused(file, words, Mx.LoadArrays);
    }

    private static float[] Dequantized(LoadedArrays loaded, int bits)
    {
        uint[] words = loaded["w.weight"].ToArray<uint>();
        float[] scales = loaded["w.scales"].AsType(DType.Float32).ToArray<float>(), biases = loaded["w.biases"].AsType(DType.Float32).ToArray<float>();
        int perWord = 32 / bits;
        return [.. Enumerable.Range(0, words.Length * perWord).Select(i => (words[i / perWord] >> (i % perWord * bits) & ((1u << bits) - 1)) * scales[i / 32] + biases[i / 32])];
    }
}
