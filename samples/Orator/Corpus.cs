using System.IO.Compression;
using Tangent;

namespace Orator;

/// <summary>A text as bytes, uint8 [n], of which the last part is held out.</summary>
internal sealed class Corpus
{
    private const double HeldOutPart = 0.05;

    private Corpus(byte[] bytes)
    {
        int training = (int)(bytes.Length * (1 - HeldOutPart));
        Training = Mx.Array<byte>(bytes.AsSpan(0, training), training);
        HeldOut = Mx.Array<byte>(bytes.AsSpan(training), bytes.Length - training);
    }

    /// <summary>What is learnt from.</summary>
    public NDArray Training { get; }

    /// <summary>What is only measured on.</summary>
    public NDArray HeldOut { get; }

    /// <summary>The text of a file.</summary>
    public static Corpus Of(string file) => new(File.ReadAllBytes(file));

    /// <summary>The first addresses, of George Washington and John Adams.</summary>
    public static Corpus Small()
    {
        using Stream stream = typeof(Corpus).Assembly.GetManifestResourceStream("washington.txt.gz")!;
        using var bytes = new MemoryStream();
        new GZipStream(stream, CompressionMode.Decompress).CopyTo(bytes);
        return new(bytes.ToArray());
    }

    /// <summary>Pieces at random places: bytes [batch, length], and those that follow them.</summary>
    public static (NDArray Now, NDArray Next) Batch(NDArray bytes, int batch, int length, NDArray key)
    {
        NDArray start = Mx.Random.RandInt(0, bytes.Size - length - 1, batch, key: key);
        return Pieces(bytes, start, length);
    }

    /// <summary>All pieces of a text, one behind another.</summary>
    public static (NDArray Now, NDArray Next) All(NDArray bytes, int length, int most)
    {
        int count = (int)Math.Min(most, (bytes.Size - 1) / length);
        return Pieces(bytes, Mx.Arange(count) * length, length);
    }

    private static (NDArray Now, NDArray Next) Pieces(NDArray bytes, NDArray start, int length)
    {
        NDArray places = Mx.ExpandDims(start, 1) + Mx.Arange(length);
        return (Mx.Take(bytes, places), Mx.Take(bytes, places + 1));
    }
}
