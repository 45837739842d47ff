using System.Globalization;
using System.IO.Compression;
using Tangent;

namespace Quickstart;

/// <summary>Handwritten digits: images of 64 pixels in [0, 1] and labels 0..9, one row each.</summary>
internal sealed record Digits(NDArray Images, NDArray Labels)
{
    private const int Pixels = 64;

    /// <summary>The number of digits.</summary>
    public int Count => Images.Shape[0];

    /// <summary>The same digits with pixels of another type.</summary>
    public Digits As(DType dtype) => new(Images.AsType(dtype), Labels);

    /// <summary>All 1,797 digits in a fixed shuffled order, the last <paramref name="heldOut"/> of them apart.</summary>
    public static (Digits Training, Digits HeldOut) Load(int heldOut)
    {
        string[] lines = ReadLines();
        new Random(7).Shuffle(lines);
        return (Parse(lines[..^heldOut]), Parse(lines[^heldOut..]));
    }

    private static string[] ReadLines()
    {
        using Stream stream = typeof(Digits).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Digits Parse(string[] lines)
    {
        var images = new float[lines.Length * Pixels];
        var labels = new int[lines.Length];
        for (int row = 0; row < lines.Length; row++)
        {
            string[] fields = lines[row].Split(',');
            for (int pixel = 0; pixel < Pixels; pixel++)
                images[(row * Pixels) + pixel] = float.Parse(fields[pixel], CultureInfo.InvariantCulture) / 16;
            labels[row] = (int)float.Parse(fields[Pixels], CultureInfo.InvariantCulture);
        }
        return new Digits(Mx.Array<float>(images, (lines.Length, Pixels)), labels);
    }
}
