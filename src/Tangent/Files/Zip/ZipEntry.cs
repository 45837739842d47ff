namespace Tangent;

/// <summary>What a zip archive says of an entry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">0 if it is stored, 8 if it is deflated.</param>
/// <param name="IsEncrypted">True if a password is wanted.</param>
/// <param name="Checksum">Of the bytes that it stands for.</param>
/// <param name="Packed">How many bytes it takes in the archive.</param>
/// <param name="Length">How many it stands for.</param>
/// <param name="Header">Where its own header is, behind which its bytes lie.</param>
internal sealed record ZipEntry(string Name, int Method, bool IsEncrypted, uint Checksum, long Packed, long Length, long Header)
{
    /// <summary>As it lies there.</summary>
    public const int Stored = 0;

    /// <summary>Compressed as zlib does.</summary>
    public const int Deflated = 8;
}
