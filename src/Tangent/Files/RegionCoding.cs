namespace Tangent;

/// <summary>How bytes of a file become elements.</summary>
/// <param name="name">For dumps.</param>
/// <param name="fileBytes">So many bytes of the file …</param>
/// <param name="arrayBytes">… become so many of the array.</param>
internal abstract unsafe class RegionCoding(string name, int fileBytes, int arrayBytes)
{
    /// <summary>As they are.</summary>
    public static readonly RegionCoding Verbatim = new InPlaceCoding(nameof(Verbatim), null);

    /// <summary>Whatever is not zero is true.</summary>
    public static readonly RegionCoding Truth = new InPlaceCoding(nameof(Truth), InPlaceCoding.MakeTruths);

    /// <summary>Numbers of two bytes, the high one first.</summary>
    public static readonly RegionCoding Swap2 = new InPlaceCoding(nameof(Swap2), InPlaceCoding.SwapWordsOf2);

    /// <summary>Numbers of four bytes, the high one first.</summary>
    public static readonly RegionCoding Swap4 = new InPlaceCoding(nameof(Swap4), InPlaceCoding.SwapWordsOf4);

    /// <summary>Numbers of eight bytes, the high one first.</summary>
    public static readonly RegionCoding Swap8 = new InPlaceCoding(nameof(Swap8), InPlaceCoding.SwapWordsOf8);

    /// <summary>The bytes of a file that make an array of so many.</summary>
    public long CountFileBytes(long bytes) => bytes / arrayBytes * fileBytes;

    /// <summary>Reads the elements of an array of so many bytes.</summary>
    public abstract void Read(ByteSource source, long offset, byte* target, long bytes);

    /// <summary>Numbers as the file holds them: of little-endian ones the bytes are not touched.</summary>
    public static RegionCoding Of(DType dtype, bool isBigEndian = false) => dtype switch
    {
        DType.Bool => Truth,
        DType.Complex64 when isBigEndian => Swap4,
        _ when !isBigEndian || dtype.Size == 1 => Verbatim,
        _ => dtype.Size switch { 2 => Swap2, 4 => Swap4, _ => Swap8 },
    };

    /// <inheritdoc/>
    public override string ToString() => name;
}
