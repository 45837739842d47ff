using System.Text;
using Xunit;

namespace Tangent.Tests.Files;

public sealed class NpyTests
{
    private const string F4 = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";

    public static TheoryData<DType> Types => [.. Enum.GetValues<DType>()];

    // As NumPy 1.24 wrote them.
    public static TheoryData<string> OfNumpy => new(Recorded.Keys);

    private static readonly Dictionary<string, (NDArray Array, string File)> Recorded = new()
    {
        ["float32[2,3]"] = (Mx.Arange(6f).Reshape((2, 3)), "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAACAPwAAAEAAAEBAAACAQAAAoEA="),
        ["int8[17]"] = (Mx.Arange(17).AsType(DType.Int8), "k05VTVBZAQB2AHsnZGVzY3InOiAnfGkxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDE3LCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAQIDBAUGBwgJCgsMDQ4PEA=="),
        ["bool[]"] = (Mx.Ones([], DType.Bool), "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoB"),
        ["complex64[1,2]"] = (Mx.Array([new Complex64(1, 2), new Complex64(3, -4)]).Reshape((1, 2)), "k05VTVBZAQB2AHsnZGVzY3InOiAnPGM4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAIA/AAAAQAAAQEAAAIDA"),
        ["uint64[0,3]"] = (Mx.Zeros((0, 3), DType.UInt64), "k05VTVBZAQB2AHsnZGVzY3InOiAnPHU4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDAsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo="),
        ["float64[3,1]"] = (Mx.Array(new double[,] { { -500 }, { -499 }, { -498 } }), "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsIDEpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAEB/wAAAAAAAMH/AAAAAAAAgf8A="),
        ["float16[12,1,1]"] = (Mx.Arange(12f).AsType(DType.Float16).Reshape((12, 1, 1)), "k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEyLCAxLCAxKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAA8AEAAQgBEAEUARgBHAEiASABJgEk="),
    };

    [Theory, MemberData(nameof(OfNumpy))]
    public void TheBytesAreNumpys(string name)
    {
        using var stream = new MemoryStream();
        Mx.Save(stream, Recorded[name].Array);
        Assert.Equal(Recorded[name].File, Convert.ToBase64String(stream.ToArray()));
        stream.Position = 0;
        FileArrays.Equal(Recorded[name].Array, Mx.Load(stream));
    }

    [Theory, MemberData(nameof(Types))]
    public void EveryTypeComesBack(DType dtype)
    {
        using var folder = new TemporaryFolder();
        NDArray x = FileArrays.OfEveryType[dtype.Name()];
        Mx.Save(folder["x"], x);
        FileArrays.Equal(x, Mx.Load(folder["x.npy"]));
        Mx.Save(folder["y.npy"], x.T);
        FileArrays.Equal(Mx.Contiguous(x.T), Mx.Load(folder["y.npy"]));
        Assert.Equal(["x.npy", "y.npy"], folder.Names);
    }

    [Theory]
    [InlineData("{\"shape\":(2,),\"fortran_order\":False,\"descr\":\"<f4\"}")]
    [InlineData("  { 'descr' : '<f4' ,'shape': (2L,) , 'fortran_order' :True}\n\n")]
    [InlineData("{'descr': 'f4', 'fortran_order': False, 'shape': ( 2 , ), }")]
    [InlineData("{'descr': '=f4', 'fortran_order': False, 'shape': (2, 1), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1,)}")]
    public void AHeaderIsReadAsPythonWouldReadIt(string header)
    {
        foreach (byte version in new byte[] { 1, 2, 3 })
        {
            byte[] file = FileArrays.Npy(header, 8, version);
            BitConverter.TryWriteBytes(file.AsSpan(file.Length - 4), 2.5f);
            Assert.Equal([0, 2.5f], Mx.Load(new MemoryStream(file)).ToArray<float>());
        }
    }

    [Theory]
    [InlineData(">i2", DType.Int16, "0102 FFFE", "0201 FEFF")]
    [InlineData(">u4", DType.UInt32, "01020304 05060708", "04030201 08070605")]
    [InlineData(">f8", DType.Float64, "0102030405060708 1112131415161718", "0807060504030201 1817161514131211")]
    [InlineData(">c8", DType.Complex64, "0102030405060708 1112131415161718", "0403020108070605 1413121118171615")]
    [InlineData("|b1", DType.Bool, "02 00", "01 00")]
    [InlineData("|V2", DType.BFloat16, "0102 0304", "0102 0304")]
    public void OrderOfBytesAndTruthsAreTurned(string descr, DType dtype, string bytes, string expected)
    {
        byte[] data = Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal));
        byte[] file = [.. FileArrays.Npy($"{{'descr': '{descr}', 'fortran_order': False, 'shape': (2,)}}"), .. data];
        using var folder = new TemporaryFolder();
        foreach (NDArray x in new[] { Mx.Load(new MemoryStream(file)), Mx.Load(folder.Write("x.npy", file)) })
        {
            Assert.Equal(dtype, x.DType);
            Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(Golden.GoldenBuffers.Read(x).Bytes));
        }
    }

    // More than a piece, so that several threads turn bytes.
    [Fact]
    public void ManyBytesAreTurnedEachInItsPlace()
    {
        const int count = 1_300_001;
        byte[] file = [.. FileArrays.Npy($"{{'descr': '>i4', 'fortran_order': False, 'shape': ({count},)}}"), .. new byte[4 * count]];
        for (int i = 0; i < count; i++)
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(file.Length - 4 * (count - i)), i);
        using var folder = new TemporaryFolder();
        FileArrays.Equal(Mx.Arange(count), Mx.Load(folder.Write("x.npy", file)));
        FileArrays.Equal(Mx.Arange(count), Mx.Load(new MemoryStream(file)));
    }

    [Fact]
    public void SeveralArraysInAStreamAreReadOneByOne()
    {
        using var stream = new MemoryStream();
        Mx.Save(stream, Mx.Arange(3f));
        Mx.Save(stream, Mx.Ones((2, 2), DType.Int64));
        using var folder = new TemporaryFolder();
        Assert.Contains("160 bytes follow the array", Assert.Throws<FileFormatException>(() => Mx.Load(folder.Write("two.npy", stream.ToArray()))).Message, StringComparison.Ordinal);
        stream.Position = 0;
        Assert.Equal([0, 1, 2], Mx.Load(stream).ToArray<float>());
        Assert.Equal([1, 1, 1, 1], Mx.Load(stream).ToArray<long>());
        Assert.Throws<FileFormatException>(() => Mx.Load(stream));
    }

    [Fact]
    public void AnArrayWhoseFirstAxisRunsFastestIsTurned()
    {
        byte[] file = [.. FileArrays.Npy("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3)}"), 1, 2, 3, 4, 5, 6];
        using var folder = new TemporaryFolder();
        foreach (NDArray x in new[] { Mx.Load(new MemoryStream(file)), Mx.Load(folder.Write("x.npy", file)), Mx.Load(folder["x.npy"], new() { Map = true }) })
            FileArrays.Equal(Mx.Array(new byte[,] { { 1, 3, 5 }, { 2, 4, 6 } }), Mx.Contiguous(x));
    }

    [Fact]
    public void AScalarIsAScalarInEitherOrder()
    {
        foreach (string order in new[] { "True", "False" })
            Assert.Equal(Shape.Scalar, Mx.Load(new MemoryStream(FileArrays.Npy($"{{'descr': '<f4', 'fortran_order': {order}, 'shape': ()}}", 4))).Shape);
    }

    // MLX read fixed columns, and as much header as was claimed; libnpy and cnpy trusted the shape; CVE-2025-62608 wrote past the end.
    [Theory]
    [InlineData("a product that wraps", "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}", 0, "more bytes than any file")]
    [InlineData("a shape beyond the file", "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000, 1000)}", 4, "would take 4000000000000 bytes")]
    [InlineData("a negative length", "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", 4, "a whole number that is not negative")]
    [InlineData("a length beyond 64 bits", "{'descr': '<f4', 'fortran_order': False, 'shape': (18446744073709551617,)}", 4, "a whole number that is not negative")]
    [InlineData("a length in floating point", "{'descr': '<f4', 'fortran_order': False, 'shape': (1.0,)}", 4, "there should be , or )")]
    [InlineData("no tuple", "{'descr': '<f4', 'fortran_order': False, 'shape': (1)}", 4, "is no tuple")]
    [InlineData("no comma", "{'descr': '<f4', 'fortran_order': False, 'shape': (1 2)}", 8, "there should be , or )")]
    [InlineData("pickled objects", "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", 8, "would run code")]
    [InlineData("records", "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", 4, "the elements are records")]
    [InlineData("complex128", "{'descr': '<c16', 'fortran_order': False, 'shape': (1,)}", 16, "another precision than complex64")]
    [InlineData("texts", "{'descr': '<U3', 'fortran_order': False, 'shape': (1,)}", 12, "texts, which no array has")]
    [InlineData("dates", "{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (1,)}", 8, "dates or times")]
    [InlineData("no type", "{'descr': '', 'fortran_order': False, 'shape': (1,)}", 8, "which means nothing")]
    [InlineData("a key twice", "{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}", 8, "'descr' is there twice")]
    [InlineData("a key too many", "{'descr': '<f4', 'x': (), 'fortran_order': False, 'shape': (1,)}", 4, "and nothing else")]
    [InlineData("a key missing", "{'descr': '<f4', 'shape': (1,)}", 4, "and nothing else")]
    [InlineData("a truth for a text", "{'descr': True, 'fortran_order': False, 'shape': (1,)}", 4, "and nothing else")]
    [InlineData("code", "{'descr': '<f4', 'fortran_order': __import__('os').system('true'), 'shape': (1,)}", 4, "a text, a truth or a tuple")]
    [InlineData("no end", "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)", 4, "there should be , or }")]
    [InlineData("a text without end", "{'descr", 4, "does not end as it should")]
    [InlineData("an escape", "{'de\\x73cr': '<f4'}", 4, "does not end as it should")]
    [InlineData("something behind", "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x", 4, "goes on after its end")]
    [InlineData("nothing", "", 4, "there should be {")]
    [InlineData("a file cut short", F4, 7, "would take 8 bytes, and there are 7")]
    public void ALieIsRefused(string lie, string header, int bytes, string words)
    {
        Assert.NotEmpty(lie);
        byte[] file = FileArrays.Npy(header, bytes);
        FileArrays.Refused(file, words, Mx.Load);
        using var folder = new TemporaryFolder();
        Assert.Contains(words, Assert.Throws<FileFormatException>(() => Mx.Load(folder.Write("x.npy", file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAxisThatIsTooLongIsRefused() =>
        FileArrays.Refused(FileArrays.Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 5000000000)}"), "no axis of an array can be so long", Mx.Load);

    [Fact]
    public void TheBeginningIsChecked()
    {
        byte[] file = FileArrays.Npy(F4, 8);
        FileArrays.Refused([.. file[..6], 4, 0, .. file[8..]], "of version 4.0", Mx.Load);
        FileArrays.Refused([.. file[..6], 1, 1, .. file[8..]], "of version 1.1", Mx.Load);
        FileArrays.Refused([.. file[..8], 0xFF, 0xFF, .. file[10..]], "the header would take 65535 bytes", Mx.Load);
        FileArrays.Refused([.. file[..6], 2, 0, 0xFF, 0xFF, 0xFF, 0xFF, .. file[10..]], "longer than any", Mx.Load);
        FileArrays.Refused(Encoding.ASCII.GetBytes("{\"a\": 1, \"b\": 2}"), "does not begin with", Mx.Load);
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<FileFormatException>(() => Mx.Load(new MemoryStream(file[..length])));
    }

    [Fact]
    public void ManyAxesAreRefused() =>
        FileArrays.Refused(FileArrays.Npy($"{{'descr': '<f4', 'fortran_order': False, 'shape': ({string.Concat(Enumerable.Repeat("1, ", 65))})}}", 4), "more than 64 axes", Mx.Load);
}
