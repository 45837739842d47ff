using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Tangent.Bench.Torch;

/// <summary>
/// The symbol versions that a 64-bit little-endian ELF library needs of others: section SHT_GNU_verneed, a list of
/// Verneed entries, one a library, each with a list of Vernaux entries, one a version (Linux Standard Base, "Symbol
/// Versioning"). Offsets below are those of the fields in the structures of that text.
/// </summary>
internal static class ElfVersionNeeds
{
    private const uint VersionNeedSection = 0x6ffffffe;
    private const ushort Weak = 2; // VER_FLG_WEAK: without it the loader only warns, and not even that by default

    /// <summary>Marks the need of <paramref name="version"/> as weak in <paramref name="file"/>.</summary>
    public static void MakeOptional(Span<byte> file, string version)
    {
        for (int section = 0; section < ReadUInt16LittleEndian(file[0x3C..]); section++)
        {
            Span<byte> header = Section(file, section);
            if (ReadUInt32LittleEndian(header[4..]) != VersionNeedSection)
                continue;
            Span<byte> names = Content(file, Section(file, ReadInt32LittleEndian(header[0x28..])));
            MarkWeak(Content(file, header), names, Encoding.ASCII.GetBytes(version));
        }
    }

    private static void MarkWeak(Span<byte> needs, ReadOnlySpan<byte> names, ReadOnlySpan<byte> version)
    {
        for (Span<byte> need = needs; ; need = need[ReadInt32LittleEndian(need[12..])..])
        {
            Span<byte> entry = need[ReadInt32LittleEndian(need[8..])..];
            for (int left = ReadUInt16LittleEndian(need[2..]); left > 0; left--)
            {
                ReadOnlySpan<byte> name = names[ReadInt32LittleEndian(entry[8..])..];
                if (name[..name.IndexOf((byte)0)].SequenceEqual(version))
                    WriteUInt16LittleEndian(entry[4..], (ushort)(ReadUInt16LittleEndian(entry[4..]) | Weak));
                entry = entry[ReadInt32LittleEndian(entry[12..])..];
            }
            if (ReadInt32LittleEndian(need[12..]) == 0)
                return;
        }
    }

    private static Span<byte> Section(Span<byte> file, int index) =>
        file.Slice((int)ReadInt64LittleEndian(file[0x28..]) + index * ReadUInt16LittleEndian(file[0x3A..]), 0x40);

    private static Span<byte> Content(Span<byte> file, ReadOnlySpan<byte> header) =>
        file.Slice((int)ReadInt64LittleEndian(header[0x18..]), (int)ReadInt64LittleEndian(header[0x20..]));
}
