using System.Text;

namespace Tangent.Tests.Files;

/// <summary>Makes gguf files byte by byte, right ones and wrong ones.</summary>
internal static class GgufBytes
{
    /// <summary>An array as the header has it; its lengths are those of the format, the innermost first.</summary>
    public sealed record Tensor(string Name, uint Type, ulong[] Lengths, byte[] Bytes)
    {
        /// <summary>Another offset than it should have.</summary>
        public ulong? Offset { get; init; }

        /// <summary>Another number of axes than it has lengths.</summary>
        public uint? Rank { get; init; }
    }

    /// <summary>A file of arrays.</summary>
    public static byte[] Of(params Tensor[] tensors)
    {
        List<byte> header = [.. "GGUF"u8, 3, 0, 0, 0, .. BitConverter.GetBytes((ulong)tensors.Length), .. new byte[8]], data = [];
        foreach (Tensor tensor in tensors)
        {
            header.AddRange(Text(tensor.Name));
            header.AddRange(BitConverter.GetBytes(tensor.Rank ?? (uint)tensor.Lengths.Length));
            foreach (ulong length in tensor.Lengths)
                header.AddRange(BitConverter.GetBytes(length));
            header.AddRange(BitConverter.GetBytes(tensor.Type));
            header.AddRange(BitConverter.GetBytes(tensor.Offset ?? (ulong)data.Count));
            data.AddRange(tensor.Bytes);
            data.AddRange(new byte[(32 - data.Count % 32) % 32]);
        }
        header.AddRange(new byte[(32 - header.Count % 32) % 32]);
        return [.. header, .. data];
    }

    /// <summary>A file of one value, given with its type.</summary>
    public static byte[] WithValue(string key, byte[] value) => [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[8], 1, 0, 0, 0, 0, 0, 0, 0, .. Text(key), .. value];

    private static byte[] Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return [.. BitConverter.GetBytes((ulong)bytes.Length), .. bytes];
    }
}
