using System.Buffers.Binary;
using System.Text;

namespace Tangent.Fuzz;

/// <summary>A reader of files that are not trusted.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Read">Reads some bytes and all that they hold; throws what the reader throws.</param>
/// <param name="Seeds">Right ones.</param>
internal sealed record Target(string Name, Action<byte[]> Read, Func<byte[][]> Seeds)
{
    // Room for what headers that are texts describe.
    private const int Data = 64;

    private const string FunctionKey = "tangent.function";

    /// <summary>Every reader; of formats whose header is a text, the text too, with lengths that are always right.</summary>
    public static Target[] All { get; } =
    [
        new("npy", bytes => Mx.Load(new MemoryStream(bytes)).Eval(), Seed.Npy),
        new("npz", bytes => ReadAll(Mx.LoadArrays(new MemoryStream(bytes))), Seed.Npz),
        new("safetensors", bytes => ReadAll(Mx.LoadArrays(new MemoryStream(bytes))), Seed.Safetensors),
        new("safetensors-text", bytes => ReadAll(Mx.LoadArrays(new MemoryStream(Whole(bytes)))), () => [.. Seed.Safetensors().Where(file => file.Length == Whole(Text(file)).Length).Select(Text)]),
        new("gguf", bytes => ReadAll(Mx.LoadArrays(new MemoryStream(bytes))), Seed.Gguf),
        new("index", ReadIndex, Seed.Index),
        new("function", bytes => ReadFunction(new MemoryStream(bytes)), Seed.Functions),
        new("function-text", bytes => ReadFunction(OfText(bytes)), () => Array.ConvertAll(Seed.Functions(), file => Encoding.UTF8.GetBytes(Mx.LoadArrays(new MemoryStream(file)).Metadata[FunctionKey].Text!))),
    ];

    private static void ReadAll(LoadedArrays loaded)
    {
        foreach (string key in loaded.Keys)
            try
            {
                loaded[key].Eval();
            }
            catch (FileFormatException)
            {
                // Of a type that no array has.
            }
    }

    private static void ReadIndex(byte[] bytes)
    {
        string folder = Seed.FolderOfIndex, path = Path.Combine(folder, "fuzz.index.json");
        File.WriteAllBytes(path, bytes);
        ReadAll(Mx.LoadArrays(path));
    }

    private static void ReadFunction(Stream file) => _ = Mx.ImportFunction(file).ToString();

    private static byte[] Whole(byte[] header)
    {
        var file = new byte[sizeof(long) + header.Length + Data];
        BinaryPrimitives.WriteInt64LittleEndian(file, header.Length);
        header.CopyTo(file, sizeof(long));
        return file;
    }

    private static byte[] Text(byte[] file) => file[sizeof(long)..(sizeof(long) + (int)BinaryPrimitives.ReadInt64LittleEndian(file))];

    private static MemoryStream OfText(byte[] text)
    {
        var file = new MemoryStream();
        Mx.SaveSafetensors(file, new Dictionary<string, NDArray> { ["constant.0"] = Seed.Constant }, new() { [FunctionKey] = Encoding.UTF8.GetString(text) });
        file.Position = 0;
        return file;
    }
}
