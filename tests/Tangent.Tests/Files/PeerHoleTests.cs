using Xunit;

namespace Tangent.Tests.Files;

/// <summary>What readers of others fell into, each by its name: a crash, memory of others, or another array than the file has.</summary>
public sealed class PeerHoleTests
{
    private static readonly Dictionary<string, (byte[] File, string Words)> Holes = new()
    {
        ["mlx CVE-2025-62608, a .npy header shorter than the columns that are looked at"] = (FileArrays.Npy("{}"), "the header should have"),
        ["mlx CVE-2025-62609, a gguf type without a decoder"] = (Gguf(new GgufBytes.Tensor("a", 16, [256], new byte[66])), "of type IQ2_XXS, which nothing here reads"),
        ["mlx 4213, a text past the end"] = (GgufBytes.WithValue("k", [8, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]), "the text \"k\" would be 100"),
        ["mlx 4136, an offset past the end"] = (Gguf(new GgufBytes.Tensor("a", 0, [1], new byte[4]) { Offset = 1 << 20 }), "begins at byte 1048576"),
        ["mlx 4244, more blocks than 31 bits count"] = (Gguf(new GgufBytes.Tensor("a", 2, [32, 1ul << 31], new byte[18])), "takes 38654705664 bytes"),
        ["mlx 4245, a length of which 32 bits are right"] = (Gguf(new GgufBytes.Tensor("a", 0, [(1ul << 32) + 1], new byte[4])), "takes 17179869188 bytes"),
        ["mlx 3358, more axes than there is room for"] = (Gguf(new GgufBytes.Tensor("a", 0, [], new byte[4]) { Rank = 9 }), "has 9 axes"),
        ["mlx 3365, a .npy header of four gigabytes"] = ([0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF], "longer than any"),
        ["ggml 709, the length of a key"] = ([.. "GGUF"u8, 3, 0, 0, 0, .. new byte[8], 1, .. new byte[7], 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, .. new byte[16]], "the length of a key would be"),
        ["ggml 709, the length of a list"] = (GgufBytes.WithValue("k", [9, 0, 0, 0, 4, 0, 0, 0, .. BitConverter.GetBytes(1ul << 60)]), "the length of the list \"k\" would be"),
        ["ggml 709, the type of a list"] = (GgufBytes.WithValue("k", [9, 0, 0, 0, 77, 0, 0, 0, .. new byte[8]]), "of type 77, which is unknown"),
        ["ggml 709, the number of axes"] = (Gguf(new GgufBytes.Tensor("a", 0, [], new byte[4]) { Rank = uint.MaxValue }), "has 4294967295 axes"),
        ["llama.cpp 14595, a size that overflows"] = (Gguf(new GgufBytes.Tensor("a", 0, [1ul << 62, 4], [])), "more bytes than any file"),
        ["llama.cpp 18674, sizes that overflow in sum"] = (Gguf(new GgufBytes.Tensor("a", 24, [long.MaxValue], []), new GgufBytes.Tensor("b", 24, [long.MaxValue], [])), "takes 9223372036854775807 bytes"),
        ["llama.cpp GHSA-vgg9-87g3-85w8, a padded size that overflows"] = (Gguf(new GgufBytes.Tensor("a", 24, [ulong.MaxValue], [])), "more bytes than any file"),
        ["llama.cpp 24884, an empty key"] = (GgufBytes.WithValue("", [4, 0, 0, 0, 1, 0, 0, 0]), "a key has 0 bytes"),
        ["llama.cpp 26318, an alignment of another type"] = (GgufBytes.WithValue("general.alignment", [5, 0, 0, 0, 32, 0, 0, 0]), "of type uint32"),
        ["Ollama CVE-2026-7482, an array that is longer than the file"] = (Gguf(new GgufBytes.Tensor("a", 0, [1000], new byte[4])), "takes 4000 bytes"),
        ["gguf-tools 25, lengths of nine axes"] = (Gguf(new GgufBytes.Tensor("a", 0, [1, 1, 1, 1, 1, 1, 1, 1, 1], new byte[4])), "has 9 axes"),
        ["fastllm 712, offsets past the end"] = (FileArrays.Safetensors("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 4), "from byte 0 to 16 of the 4"),
        ["LiteRT 9254, a product of lengths that is 0 in 64 bits"] = (FileArrays.Safetensors("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}"""), "and has 0 bytes"),
        ["LiteRT 9255, an end before its beginning"] = (FileArrays.Safetensors("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[2,1]}}""", 2), "from byte 2 to 1"),
        ["nntrainer 4334, a header longer than the file"] = ([.. BitConverter.GetBytes(1000ul), .. "{}"u8], "the header would take 1000 bytes"),
        ["libnpy 44, a shape longer than the file"] = (FileArrays.Npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1000, 1000)}", 8), "would take 8000000 bytes"),
        ["cnpy 106, a header without its end"] = (FileArrays.Npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1,"), "there should be a whole number"),
        ["the audit of safetensors, another file behind it"] = ([.. FileArrays.Safetensors("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1), .. "PK\x3\x4"u8], "4 bytes belong to no array"),
        ["the audit of safetensors, another file between arrays"] =
            (FileArrays.Safetensors("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[9,10]}}""", 10), "\"b\" begins at byte 9"),
        ["the audit of safetensors, a name twice"] =
            (FileArrays.Safetensors("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2), "two entries \"a\""),
    };

    public static TheoryData<string> Names => [.. Holes.Keys];

    [Theory, MemberData(nameof(Names))]
    public void TheFileIsRefused(string hole)
    {
        (byte[] file, string words) = Holes[hole];
        using var folder = new TemporaryFolder();
        string path = folder.Write("x", file);
        foreach (LoadOptions options in new[] { new LoadOptions(), new LoadOptions { Map = true } })
            Assert.Contains(words, Assert.Throws<FileFormatException>(() => Read(() => Mx.Load(path, options), () => Mx.LoadArrays(path, options))).Message, StringComparison.Ordinal);
        FileArrays.Refused(file, words, stream => Read(() => Mx.Load(stream), () => Mx.LoadArrays(stream)));

        object? Read(Func<NDArray> one, Func<LoadedArrays> all) => file[0] == 0x93 ? one() : all().Values.ToArray();
    }

    // llama.cpp 24263 divided by it; here it is an array without elements.
    [Fact]
    public void ALengthOfZeroIsRead()
    {
        LoadedArrays loaded = Mx.LoadArrays(new MemoryStream(Gguf(new GgufBytes.Tensor("a", 2, [0, 7], []), new GgufBytes.Tensor("b", 0, [4, 0], []), new GgufBytes.Tensor("c", 0, [1], new byte[4]))));
        Assert.Equal((new Shape([7, 0]), new Shape([0, 4])), (loaded["a"].Shape, loaded["b"].Shape));
        Assert.Equal(new Shape([7, 0]), loaded["a.scales"].Eval().Shape);
        Assert.Equal(0, loaded["c"].Item<float>());
    }

    private static byte[] Gguf(params GgufBytes.Tensor[] tensors) => GgufBytes.Of(tensors);
}
