using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace Tangent.Tests.Files;

public sealed class NpzTests
{
    private const int End = 22;

    // By NumPy 1.24: w, of big-endian int32, and v; the second compressed, with v in the other order.
    private const string OfNumpy = "UEsDBBQAAAAAAAAAIQAfWEx+kAAAAJAAAAAFABQAdy5ucHkBABAAkAAAAAAAAACQAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJz5pNCcsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCAyKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAAAAAAAAAAEAAAACAAAAA1BLAwQUAAAAAAAAACEAJCHhK5gAAACYAAAABQAUAHYubnB5AQAQAJgAAAAAAAAAmAAAAAAAAACTTlVNUFkBAHYAeydkZXNjcic6ICc8ZjgnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMywpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgCgAAAAAAAAAAAAAAAAAA8D8AAAAAAAAAQFBLAQIUAxQAAAAAAAAAIQAfWEx+kAAAAJAAAAAFAAAAAAAAAAAAAACAAQAAAAB3Lm5weVBLAQIUAxQAAAAAAAAAIQAkIeErmAAAAJgAAAAFAAAAAAAAAAAAAACAAccAAAB2Lm5weVBLBQYAAAAAAgACAGYAAACWAQAAAAA=";
    private const string Compressed = "UEsDBBQAAAAIAAAAIQAfWEx+TwAAAJAAAAAFABQAdy5ucHkBABAAkAAAAAAAAABPAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6XaaKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CkaaOgq1CmQDLgYIYARiJiBmBgBQSwMEFAAAAAgAAAAhAOTIBmBXAAAAsAAAAAUAFAB2Lm5weQEAEACwAAAAAAAAAFcAAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWgbpNmoa6joJ6WX1RSlJgXn1+UkgoSDykqTQUKF2ckFqQCuRpGOgrGmjoKtQrkAy4GFMDhAKE/2ENoASifAUqLOAAAUEsBAhQDFAAAAAgAAAAhAB9YTH5PAAAAkAAAAAUAAAAAAAAAAAAAAIABAAAAAHcubnB5UEsBAhQDFAAAAAgAAAAhAOTIBmBXAAAAsAAAAAUAAAAAAAAAAAAAAIABhgAAAHYubnB5UEsFBgAAAAACAAIAZgAAABQBAAAAAA==";

    [Fact]
    public void WhatNumpyWroteIsRead()
    {
        foreach (string file in new[] { OfNumpy, Compressed })
        {
            LoadedArrays loaded = Mx.LoadArrays(new MemoryStream(Convert.FromBase64String(file)));
            Assert.Equal(["w", "v"], loaded.Keys);
            Assert.Equal([0, 1, 2, 3], loaded["w"].ToArray<int>());
            Assert.Equal(file == OfNumpy ? [0.0, 1, 2] : [0, 1, 2, 3, 4, 5.0], loaded["v"].ToArray<double>());
        }
    }

    [Fact]
    public void EveryTypeComesBack()
    {
        using var folder = new TemporaryFolder();
        Mx.SaveZ(folder["s"], FileArrays.OfEveryType);
        Mx.SaveZCompressed(folder["c.npz"], FileArrays.OfEveryType);
        FileArrays.Equal(FileArrays.OfEveryType, Mx.LoadArrays(folder["s.npz"]));
        FileArrays.Equal(FileArrays.OfEveryType, Mx.LoadArrays(folder["c.npz"]));
        using var stream = new MemoryStream();
        Mx.SaveZ(stream, FileArrays.OfEveryType);
        Assert.Equal(File.ReadAllBytes(folder["s.npz"]), stream.ToArray());
    }

    [Fact]
    public void ArraysWithoutANameAreNumbered()
    {
        using var folder = new TemporaryFolder();
        Mx.SaveZ(folder["a.npz"], Mx.Ones(2), Mx.Zeros(3));
        Mx.SaveZCompressed(folder["b.npz"], Mx.Ones(2), Mx.Zeros(3));
        Mx.SaveZ(folder["c.npz"]);
        Assert.Equal(["arr_0", "arr_1"], Mx.LoadArrays(folder["a.npz"]).Keys);
        Assert.Equal([0, 0, 0], Mx.LoadArrays(folder["b.npz"])["arr_1"].ToArray<float>());
        Assert.Empty(Mx.LoadArrays(folder["c.npz"]));
    }

    [Fact]
    public void BigArraysAreReadWholeFromEither()
    {
        var big = new Dictionary<string, NDArray> { ["x"] = Mx.Random.Uniform(shape: 300_001, key: Mx.Random.Key(1)), ["y"] = Mx.Zeros(200_000, DType.Float64) };
        using var folder = new TemporaryFolder();
        Mx.SaveZ(folder["s.npz"], big);
        Mx.SaveZCompressed(folder["c.npz"], big);
        FileArrays.Equal(big, Mx.LoadArrays(folder["s.npz"]));
        FileArrays.Equal(big, Mx.LoadArrays(folder["c.npz"]));
    }

    [Fact]
    public void WhatIsNoArrayFailsWhenAskedFor()
    {
        byte[] file = Archive(("notes.txt", "hello"u8.ToArray()), ("folder/", []), ("folder/x.npy", FileArrays.Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", 4)), ("o.npy", FileArrays.Npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", 9)));
        LoadedArrays loaded = Mx.LoadArrays(new MemoryStream(file));
        Assert.Equal(["notes.txt", "folder/x", "o"], loaded.Keys);
        Assert.Equal([0], loaded["folder/x"].ToArray<float>());
        Assert.Contains("\"notes.txt\" is no .npy file", Assert.Throws<FileFormatException>(() => loaded["notes.txt"]).Message, StringComparison.Ordinal);
        Assert.Contains("would run code", Assert.Throws<FileFormatException>(() => loaded["o"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsEncryptedOrPackedOtherwiseFailsWhenAskedFor()
    {
        byte[] file = Convert.FromBase64String(OfNumpy);
        Assert.Contains("is encrypted", Fails(Changed(file, bytes => bytes[Entry(bytes) + 8] |= 1)), StringComparison.Ordinal);
        Assert.Contains("by method 14", Fails(Changed(file, bytes => bytes[Entry(bytes) + 10] = bytes[8] = 14)), StringComparison.Ordinal);

        static string Fails(byte[] bytes)
        {
            LoadedArrays loaded = Mx.LoadArrays(new MemoryStream(bytes));
            Assert.Equal([0.0, 1, 2], loaded["v"].ToArray<double>());
            return Assert.Throws<FileFormatException>(() => loaded["w"]).Message;
        }
    }

    [Fact]
    public void DamagedElementsAreNoticed()
    {
        foreach (string recorded in new[] { OfNumpy, Compressed })
        {
            byte[] file = Convert.FromBase64String(recorded);
            byte[] damaged = Changed(file, bytes => bytes[Entry(bytes) + 16] ^= 1);
            FileArrays.Refused(damaged, "w.npy, byte 144: the bytes have checksum", stream => Mx.LoadArrays(stream)["w"]);
        }
    }

    [Fact]
    public void ALieIsRefused()
    {
        byte[] file = Convert.FromBase64String(OfNumpy), compressed = Convert.FromBase64String(Compressed);
        Refused("a name twice", file, bytes => { bytes[NameAt(bytes, 1)] = (byte)'w'; bytes[30 + 199] = (byte)'w'; }, "there are two entries \"w.npy\"");
        Refused("another name in its own header", file, bytes => bytes[30] = (byte)'u', "there should be the header of \"w.npy\"");
        Refused("an entry behind the directory", file, bytes => Write(bytes, Entry(bytes) + 42, 0x7FFFFFF0), "the header of \"w.npy\" would take");
        Refused("entries in the same bytes", file, bytes => { Write(bytes, Entry(bytes) + 20, 300); Write(bytes, Entry(bytes) + 24, 300); }, "begins within the entry before it");
        Refused("sizes beyond the file", file, bytes => { Write(bytes, Entry(bytes) + 20, 5000); Write(bytes, Entry(bytes) + 24, 5000); }, "should take 5000 bytes");
        Refused("a stored entry of two sizes", file, bytes => Write(bytes, Entry(bytes) + 24, 200), "144 bytes cannot stand for 200");
        Refused("a bomb", compressed, bytes => Write(bytes, Entry(bytes) + 24, 0x7FFFFFFF), "79 bytes cannot stand for 2147483647");
        Refused("more than its header says", compressed, bytes => Write(bytes, Entry(bytes) + 24, 145), "it inflates to 144 bytes, not 145");
        Refused("less than its header says", compressed, bytes => Write(bytes, Entry(bytes) + 24, 143), "it inflates to more bytes than it says");
        Refused("long sizes that are missing", file, bytes => Write(bytes, Entry(bytes) + 20, -1), "its long sizes are missing");
        Refused("more entries than there are", file, bytes => bytes[^12] = bytes[^14] = 3, "of 3 entries should take");
        Refused("fewer entries than there are", file, bytes => bytes[^12] = bytes[^14] = 1, "behind its last entry");
        Refused("a directory elsewhere", file, bytes => Write(bytes, bytes.Length - 6, 5), "the directory of 2 entries");
        Refused("several parts", file, bytes => bytes[^18] = 1, "in several parts");
        FileArrays.Refused(file[..^1], "the directory that ends a zip archive is missing", Mx.LoadArrays);
        FileArrays.Refused([.. file, 0], "the directory that ends a zip archive is missing", Mx.LoadArrays);
        FileArrays.Refused([.. "PK\x3\x4"u8, .. file], "the directory of 2 entries", Mx.LoadArrays);
    }

    [Fact]
    public void ItInflatesToWhatItSays()
    {
        byte[] file = Archive(("x.npy", FileArrays.Npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1000,)}", 1000)));
        Assert.Equal(1000, Mx.LoadArrays(new MemoryStream(file))["x"].Size);
        byte[] broken = Changed(file, bytes => bytes[60] ^= 0xFF);
        Assert.Throws<FileFormatException>(() => Mx.LoadArrays(new MemoryStream(broken))["x"]);
    }

    [Fact]
    public void LongArchivesAreRead()
    {
        byte[] file = Convert.FromBase64String(OfNumpy);
        byte[] end = file[^End..], longEnd = new byte[56], locator = new byte[20];
        int place = file.Length - End;
        Write(longEnd, 0, 0x06064B50);
        BinaryPrimitives.WriteInt64LittleEndian(longEnd.AsSpan(4), 44);
        foreach ((int at, long value) in new[] { (24, 2L), (32, 2L), (40, 0x66L), (48, 0x196L) })
            BinaryPrimitives.WriteInt64LittleEndian(longEnd.AsSpan(at), value);
        Write(locator, 0, 0x07064B50);
        BinaryPrimitives.WriteInt64LittleEndian(locator.AsSpan(8), place);
        Write(locator, 16, 1);
        end.AsSpan(8, 12).Fill(0xFF);
        byte[] whole = [.. file[..^End], .. longEnd, .. locator, .. end];
        Assert.Equal([0, 1, 2, 3], Mx.LoadArrays(new MemoryStream(whole))["w"].ToArray<int>());
        FileArrays.Refused(Changed(whole, bytes => BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(place + 56 + 8), long.MaxValue)), "cannot be at byte", Mx.LoadArrays);
        FileArrays.Refused(Changed(whole, bytes => BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(place + 40), -1)), "the directory of 2 entries", Mx.LoadArrays);
    }

    private static void Refused(string lie, byte[] file, Action<byte[]> change, string words)
    {
        Assert.NotEmpty(lie);
        FileArrays.Refused(Changed(file, change), words, Mx.LoadArrays);
    }

    private static byte[] Changed(byte[] file, Action<byte[]> change)
    {
        byte[] copy = [.. file];
        change(copy);
        return copy;
    }

    // Where the directory has its first entry.
    private static int Entry(byte[] file) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(file.Length - 6));

    private static int NameAt(byte[] file, int entry) => Entry(file) + (46 + 5) * entry + 46;

    private static void Write(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);

    private static byte[] Archive(params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            foreach ((string name, byte[] bytes) in entries)
                using (Stream entry = archive.CreateEntry(name).Open())
                    entry.Write(bytes);
        return stream.ToArray();
    }
}
