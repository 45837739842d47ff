using System.Buffers.Binary;
using System.Text;
using Tangent.Tests.Golden;
using Xunit;

namespace Tangent.Tests.Files;

/// <summary>Arrays and files for the tests of formats.</summary>
internal static class FileArrays
{
    /// <summary>An array of every type, by its name.</summary>
    public static Dictionary<string, NDArray> OfEveryType { get; } = Enum.GetValues<DType>().ToDictionary(dtype => dtype.Name(), Of);

    /// <summary>The path of a file that MLX or NumPy wrote.</summary>
    public static string Golden(string name) => GoldenFiles.Bundled.PathOf(Path.Combine("io", name));

    /// <summary>The bytes of a safetensors file.</summary>
    public static byte[] Safetensors(string header, int bytes = 0)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + text.Length + bytes];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length);
        text.CopyTo(file, 8);
        for (int i = 0; i < bytes; i++)
            file[8 + text.Length + i] = (byte)(i % 2);
        return file;
    }

    /// <summary>The bytes of a .npy file.</summary>
    public static byte[] Npy(string header, int bytes = 0, byte version = 1)
    {
        byte[] text = version == 3 ? Encoding.UTF8.GetBytes(header) : Encoding.Latin1.GetBytes(header);
        byte[] length = version == 1 ? BitConverter.GetBytes((ushort)text.Length) : BitConverter.GetBytes(text.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. new byte[bytes]];
    }

    /// <summary>Refused, whether it is a file or a stream, with an error whose message has the words.</summary>
    public static void Refused(byte[] file, string words, Func<Stream, object?> load)
    {
        var error = Assert.Throws<FileFormatException>(() => load(new MemoryStream(file)));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Offset, 0, file.Length);
    }

    /// <summary>Both hold the same bits.</summary>
    public static void Equal(NDArray expected, NDArray actual)
    {
        GoldenValue.Array x = GoldenBuffers.Read(expected), y = GoldenBuffers.Read(actual);
        Assert.Equal((x.DType, new Shape(x.Shape)), (y.DType, new Shape(y.Shape)));
        Assert.Equal(x.Bytes, y.Bytes);
    }

    /// <summary>Both hold the same arrays under the same names.</summary>
    public static void Equal(IReadOnlyDictionary<string, NDArray> expected, IReadOnlyDictionary<string, NDArray> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, NDArray array) in expected)
            Equal(array, actual[name]);
    }

    private static NDArray Of(DType dtype) => Mx.AsType(Mx.Array([1.5, -2, 0, 0, 3, 7]), dtype).Reshape((2, 3)).Eval();
}
