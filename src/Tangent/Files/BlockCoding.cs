using System.Buffers;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Elements that are made from blocks of a file, each by itself.</summary>
internal sealed unsafe class BlockCoding(string name, int fileBytes, int arrayBytes, BlockCoding.Decoder decode) : RegionCoding(name, fileBytes, arrayBytes)
{
    private const int Piece = 1 << 20;

    private readonly int fileBytes = fileBytes, arrayBytes = arrayBytes;

    /// <summary>Makes the elements of a block.</summary>
    public delegate void Decoder(ReadOnlySpan<byte> block, Span<byte> elements);

    /// <inheritdoc/>
    public override void Read(ByteSource source, long offset, byte* target, long bytes)
    {
        int most = Piece / fileBytes;
        Workers.For(bytes / arrayBytes, most, (first, end) =>
        {
            byte[] piece = ArrayPool<byte>.Shared.Rent(most * fileBytes);
            for (long block = first; block < end; block += most)
            {
                int count = (int)Math.Min(most, end - block);
                fixed (byte* read = piece)
                    source.Read(offset + block * fileBytes, read, (long)count * fileBytes);
                for (int i = 0; i < count; i++)
                    decode(piece.AsSpan(i * fileBytes, fileBytes), new Span<byte>(target + (block + i) * arrayBytes, arrayBytes));
            }
            ArrayPool<byte>.Shared.Return(piece);
        });
    }
}
