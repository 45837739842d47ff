using Tangent.Kernels;

namespace Tangent;

/// <summary>Writes the elements of arrays, the low byte first.</summary>
internal static unsafe class ArrayBytes
{
    private const long Piece = 4 << 20;

    /// <summary>Writes the elements row by row.</summary>
    public static void Write(Stream stream, NDArray array)
    {
        BufferView dense = array.Dense("Save");
        for (long done = 0; done < dense.Size; done += Piece)
            stream.Write(new ReadOnlySpan<byte>(dense.Pointer + done, (int)Math.Min(Piece, dense.Size - done)));
        GC.KeepAlive(dense);
    }
}
