using System.Text;

namespace Tangent.Fuzz;

/// <summary>Right files to begin with, small ones.</summary>
internal static class Seed
{
    private const int MostRecorded = 4096, HeaderOfBlocks = 64;

    // The types of ggml, and the bytes of 256 elements; of the last nobody knows them.
    private static readonly (byte Type, int Bytes)[] Blocks =
    [
        (0, 1024), (1, 512), (2, 144), (3, 160), (6, 176), (7, 192), (8, 272), (9, 288), (10, 84), (11, 110), (12, 144), (13, 176), (14, 210), (15, 292),
        (16, 66), (20, 144), (24, 256), (25, 512), (26, 1024), (27, 2048), (28, 2048), (30, 512), (39, 136), (200, 100),
    ];

    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "golden", "io");

    private static readonly Lazy<string> Folder = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("tangent-fuzz-").FullName;
        Mx.SaveSafetensors(Path.Combine(folder, "a.safetensors"), Arrays(DType.Float32, DType.Int8));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>The folder in which an index finds its files.</summary>
    public static string FolderOfIndex => Folder.Value;

    /// <summary>What exported functions capture.</summary>
    public static NDArray Constant { get; } = Mx.Array([1f, 2f]).Eval();

    public static byte[][] Npy() =>
        [.. Enum.GetValues<DType>().Select(dtype => Written(stream => Mx.Save(stream, Numbers(dtype)))), Written(stream => Mx.Save(stream, Mx.Zeros((0, 3)))), .. Recorded(".npy")];

    public static byte[][] Npz() =>
        [Written(stream => Mx.SaveZ(stream, Arrays(DType.Float32, DType.Bool))), Written(stream => Mx.SaveZCompressed(stream, Arrays(DType.Float64, DType.Int16))), .. Recorded(".npz")];

    // Arrays of 64 bytes in all: so many follow a header that is fuzzed by itself.
    public static byte[][] Safetensors() =>
    [
        .. Enum.GetValues<DType>().Select(dtype => Written(stream => Mx.SaveSafetensors(stream, new Dictionary<string, NDArray> { ["x"] = Mx.Zeros(64 / dtype.Size, dtype) }))),
        Written(stream => Mx.SaveSafetensors(stream, new Dictionary<string, NDArray> { ["a"] = Mx.Zeros((4, 3)), ["b"] = Mx.Zeros((2, 0, 3)), ["c"] = Mx.Zeros((2, 4), DType.BFloat16) }, new() { ["format"] = "pt" })),
        .. Recorded(".safetensors"),
    ];

    public static byte[][] Gguf() =>
    [
        Written(stream => Mx.SaveGguf(stream, Arrays(DType.Float32, DType.Int8), new() { ["general.alignment"] = 32u, ["t"] = "text", ["l"] = new[] { "a", "" }, ["n"] = Mx.Arange(3), ["f"] = 0.5, ["b"] = true })),
        Written(stream => Mx.SaveGguf(stream, new Dictionary<string, NDArray>())),
        .. Blocks.Select(OfBlocks),
        .. Recorded(".gguf"),
    ];

    public static byte[][] Index() =>
    [
        """{"metadata":{"total_size":48,"format":"pt"},"weight_map":{"float32":"a.safetensors","int8":"a.safetensors"}}"""u8.ToArray(),
        """{"other":[{"deep":[1,2.5e3,null,true]}],"weight_map":{}}"""u8.ToArray(),
    ];

    public static byte[][] Functions() =>
    [
        Exported(x => [x[0] * Constant + 1]),
        Exported(x => [Mx.Softmax(Mx.MatMul(x[0].Reshape((1, 2)), x[0].Reshape((2, 1))), -1), Mx.Sort(x[0], 0), x[0][1..], Mx.CumSum(x[0], 0)]),
        Exported(x => [Mx.WhileLoop(s => Mx.Sum(s[0]) < 3, s => [s[0] + Constant], [x[0]])[0], Mx.Checkpoint((NDArray v) => Mx.Tanh(v))(x[0])]),
        Exported(x => [Mx.RootSolve(v => v * v * v - x[0], x[0], LinearSolver.Gmres()), Mx.Take(x[0], Mx.ArgSort(x[0]), 0)]),
        Exported(x => [Mx.Linalg.Inv(Mx.ExpandDims(x[0], 0) * Mx.ExpandDims(x[0], 1)), Mx.Fourier.Rfft(x[0]).Real, Mx.Conv1d(x[0].Reshape((1, 2, 1)), Mx.Ones((1, 1, 1)))]),
    ];

    private static NDArray Numbers(DType dtype) => Mx.Array([1.5f, -2, 0, 0, 3, 7]).AsType(dtype).Reshape((2, 3));

    private static Dictionary<string, NDArray> Arrays(params DType[] dtypes) => dtypes.ToDictionary(dtype => dtype.ToString().ToLowerInvariant(), Numbers);

    // All have one constant.
    private static byte[] Exported(Func<NDArray[], NDArray[]> function) => Written(stream => Mx.ExportFunction(stream, x => [.. function(x), x[0] * Constant], Mx.Zeros(2)));

    // An array of 256 elements.
    private static byte[] OfBlocks((byte Type, int Bytes) blocks) =>
    [
        .. "GGUF"u8, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, .. "a.weight"u8,
        1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, blocks.Type, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. new byte[(HeaderOfBlocks + 31) / 32 * 32 - HeaderOfBlocks + blocks.Bytes],
    ];

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static IEnumerable<byte[]> Recorded(string extension) => Directory.Exists(Golden)
        ? Directory.EnumerateFiles(Golden, $"*{extension}").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(file => file.Length < MostRecorded)
        : [];
}
