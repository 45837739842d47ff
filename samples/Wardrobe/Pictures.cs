using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Tangent;

namespace Wardrobe;

/// <summary>Square grey images, uint8 [n, side, side, 1], and what they show, int32 [n].</summary>
internal sealed record Pictures(NDArray Images, NDArray Labels)
{
    private const int ImagesMagic = 0x803, LabelsMagic = 0x801;

    /// <summary>How many there are.</summary>
    public int Count => Images.Shape[0];

    /// <summary>Pixels along an edge.</summary>
    public int Side => Images.Shape[1];

    /// <summary>Those at places, as a batch.</summary>
    public (NDArray Images, NDArray Labels) At(NDArray places) => (Mx.Take(Images, places, 0), Mx.Take(Labels, places, 0));

    /// <summary>The garments of Fashion-MNIST, from a folder with its files in the IDX format: 60,000 for training, 10,000 held out.</summary>
    public static (Pictures Training, Pictures HeldOut) Garments(string folder) =>
        (Read(folder, "train"), Read(folder, "t10k"));

    /// <summary>The digits of the quickstart, 8×8: 1,500 for training, 297 held out.</summary>
    public static (Pictures Training, Pictures HeldOut) Digits()
    {
        using Stream stream = typeof(Pictures).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        new Random(7).Shuffle(lines);
        return (Parse(lines[..1500]), Parse(lines[1500..]));
    }

    private static Pictures Parse(string[] lines)
    {
        const int side = 8, grey = 16;
        var images = new byte[lines.Length * side * side];
        var labels = new int[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            double[] fields = [.. lines[i].Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
            for (int pixel = 0; pixel < side * side; pixel++)
                images[(i * side * side) + pixel] = (byte)(fields[pixel] * 255 / grey);
            labels[i] = (int)fields[side * side];
        }
        return new(Mx.Array<byte>(images, (lines.Length, side, side, 1)), labels);
    }

    private static Pictures Read(string folder, string part)
    {
        (int[] shape, byte[] images) = ReadIdx(Path.Combine(folder, $"{part}-images-idx3-ubyte.gz"), ImagesMagic);
        (_, byte[] labels) = ReadIdx(Path.Combine(folder, $"{part}-labels-idx1-ubyte.gz"), LabelsMagic);
        return new(Mx.Array<byte>(images, (shape[0], shape[1], shape[2], 1)), Mx.AsType(Mx.Array<byte>(labels, labels.Length), DType.Int32));
    }

    // The magic number's last byte says how many lengths follow, big-endian all.
    private static (int[] Shape, byte[] Bytes) ReadIdx(string file, int magic)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new BinaryReader(stream);
        if (ReadInt32(reader) != magic)
            throw new InvalidDataException($"{file}: this is no IDX file of the kind that is expected.");
        int[] shape = [.. Enumerable.Range(0, magic & 0xFF).Select(_ => ReadInt32(reader))];
        byte[] bytes = new byte[shape.Aggregate(1, (count, length) => checked(count * length))];
        stream.ReadExactly(bytes);
        return (shape, bytes);
    }

    private static int ReadInt32(BinaryReader reader) => BinaryPrimitives.ReverseEndianness(reader.ReadInt32());
}
