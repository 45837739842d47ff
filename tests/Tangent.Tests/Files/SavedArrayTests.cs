using System.Text;
using Xunit;

namespace Tangent.Tests.Files;

/// <summary>What is saved, however it lies in memory and wherever it comes from.</summary>
public sealed class SavedArrayTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Layouts => [.. Views.Keys];

    private static readonly NDArray Base = Mx.Arange(24f).Reshape((2, 3, 4));

    private static Dictionary<string, Func<NDArray>> Views { get; } = new()
    {
        ["transposed"] = () => Base.T,
        ["broadcast"] = () => Mx.BroadcastTo(Mx.Arange(3f), (4, 3)),
        ["a broadcast scalar"] = () => Mx.BroadcastTo(Mx.Array(2f), (2, 2)),
        ["strided"] = () => Base[.., Mx.Every(2)],
        ["backwards"] = () => Mx.Flip(Base, 1),
        ["a part"] = () => Base[1, 1..],
        ["as strided"] = () => Mx.AsStrided(Mx.Arange(10f), (4, 3), [2, 1], 1),
        ["a literal"] = () => 3,
        ["not computed"] = () => Mx.Exp(Base) * 0 + Base,
        ["without elements"] = () => Mx.Zeros((3, 0, 2)),
        ["complex"] = () => Mx.Array([new Complex64(1, -2), new Complex64(-0f, 3)]),
        ["double"] = () => Mx.Array([double.NaN, double.Epsilon, -0.0, double.NegativeInfinity]),
        ["half"] = () => Mx.Arange(5f).AsType(DType.Float16)[1..],
        ["seven axes"] = () => Base.Reshape(new Shape([1, 2, 1, 3, 1, 4, 1])),
    };

    [Theory, MemberData(nameof(Layouts))]
    public void AnArrayIsSavedRowByRow(string layout)
    {
        NDArray x = Views[layout](), dense = Mx.Contiguous(Views[layout]()).Eval();
        var arrays = new Dictionary<string, NDArray> { ["x"] = x };
        Mx.Save(folder["x"], x);
        Mx.SaveZ(folder["s"], arrays);
        Mx.SaveZCompressed(folder["c"], arrays);
        Mx.SaveSafetensors(folder["x"], arrays);
        FileArrays.Equal(dense, Mx.Load(folder["x.npy"]));
        foreach (string file in new[] { "s.npz", "c.npz", "x.safetensors" })
            FileArrays.Equal(dense, Mx.LoadArrays(folder[file])["x"]);
        if (x.Rank > 4 || x.DType == DType.Complex64)
            return;
        Mx.SaveGguf(folder["x"], arrays);
        FileArrays.Equal(dense, Mx.LoadArrays(folder["x.gguf"])["x"]);
    }

    [Fact]
    public void AnArrayOfATransformInProgressIsRefusedByName()
    {
        string path = folder["x.npy"];
        Refusal.Of<InvalidOperationException>("Vmap: Save reads the value", () => Mx.Vmap((NDArray x) => { Mx.Save(path, x); return x; })(Mx.Ones((2, 2))));
        Refusal.Of<InvalidOperationException>("Compile: SaveSafetensors reads the value", () => Mx.Compile((NDArray x) => { Mx.SaveSafetensors(path, new Dictionary<string, NDArray> { ["x"] = x }); return x; })(Mx.Ones(2)));
        Assert.Empty(folder.Names);
        // A gradient knows its values.
        Mx.Grad((NDArray x) => { Mx.Save(path, x * 2); return Mx.Sum(x); })(Mx.Ones(2));
        Assert.Equal([2, 2], Mx.Load(path).ToArray<float>());
    }

    [Fact]
    public void NamesThatAreNoTextAreRefusedByEveryFormat()
    {
        foreach (string name in new[] { "\ud800", "a\udc00b" })
        {
            var arrays = new Dictionary<string, NDArray> { [name] = Mx.Ones(2) };
            Refusal.Argument("SaveZ: half a pair", () => { Mx.SaveZ(new MemoryStream(), arrays); return null; });
            Refusal.Argument("SaveZCompressed: half a pair", () => { Mx.SaveZCompressed(folder["x"], arrays); return null; });
            Refusal.Argument("SaveSafetensors: half a pair", () => { Mx.SaveSafetensors(folder["x"], arrays); return null; });
            Refusal.Argument("SaveGguf: half a pair", () => { Mx.SaveGguf(folder["x"], arrays); return null; });
            Refusal.Argument("SaveGguf: half a pair", () => { Mx.SaveGguf(folder["x"], new Dictionary<string, NDArray>(), new() { ["k"] = name }); return null; });
        }
        Assert.Empty(folder.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b/../c")]
    [InlineData("ü 😀")]
    [InlineData("x.npy")]
    [InlineData("a\\b:c\"d\n")]
    [InlineData("__metadata")]
    public void UnusualNamesComeBack(string name)
    {
        var arrays = new Dictionary<string, NDArray> { [name] = Mx.Arange(3f), ["other"] = Mx.Ones(1) };
        Mx.SaveZ(folder["x"], arrays);
        Mx.SaveZCompressed(folder["y"], arrays);
        Mx.SaveSafetensors(folder["x"], arrays);
        Mx.SaveGguf(folder["x"], arrays);
        foreach (string file in new[] { "x.npz", "y.npz", "x.safetensors", "x.gguf" })
            FileArrays.Equal(arrays, Mx.LoadArrays(folder[file]));
    }

    [Fact]
    public void ALongNameIsKeptOrRefused()
    {
        var arrays = new Dictionary<string, NDArray> { [new string('n', 40_000)] = Mx.Ones(2) };
        Mx.SaveSafetensors(folder["x"], arrays);
        Mx.SaveZ(folder["x"], arrays);
        FileArrays.Equal(arrays, Mx.LoadArrays(folder["x.safetensors"]));
        FileArrays.Equal(arrays, Mx.LoadArrays(folder["x.npz"]));
        Refusal.Argument("SaveZ: no entry of a zip archive", () => { Mx.SaveZ(folder["y"], new Dictionary<string, NDArray> { [new string('ü', 40_000)] = Mx.Ones(2) }); return null; });
    }

    // Pipes and sockets cannot go back.
    [Fact]
    public void AStreamThatOnlyGoesForwardsIsWrittenAndRead()
    {
        Dictionary<string, NDArray> some = FileArrays.OfEveryType.Where(pair => !pair.Value.DType.IsUnsigned && pair.Value.DType is not (DType.Bool or DType.Complex64)).ToDictionary();
        foreach (Action<Stream> save in new Action<Stream>[] { s => Mx.SaveZ(s, some), s => Mx.SaveZCompressed(s, some), s => Mx.SaveSafetensors(s, some), s => Mx.SaveGguf(s, some) })
        {
            using var bytes = new MemoryStream();
            save(new OneWay(bytes));
            FileArrays.Equal(some, Mx.LoadArrays(new OneWay(new MemoryStream(bytes.ToArray()))));
            FileArrays.Equal(some, Mx.LoadArrays(folder.Write("x", bytes.ToArray())));
        }
        using var one = new MemoryStream();
        Mx.Save(new OneWay(one), Mx.Arange(3f));
        Mx.Save(new OneWay(one), Mx.Ones(2));
        var back = new OneWay(new MemoryStream(one.ToArray()));
        Assert.Equal(3, Mx.Load(back).Size);
        Assert.Equal(2, Mx.Load(back).Size);
    }

    [Fact]
    public void AStreamThatFailsGivesItsOwnError()
    {
        Assert.Throws<IOException>(() => Mx.LoadArrays(new Failing()));
        Assert.Throws<IOException>(() => Mx.Load(new Failing()));
        Assert.Throws<IOException>(() => Mx.Save(new Failing(), Mx.Ones(2)));
        Assert.ThrowsAny<IOException>(() => Mx.SaveZ(new Failing(), Mx.Ones(2)));
    }

    [Fact]
    public void AStreamIsLeftOpenAndReadFromWhereItIs()
    {
        using var stream = new MemoryStream();
        stream.Write("before"u8);
        Mx.SaveSafetensors(stream, new Dictionary<string, NDArray> { ["x"] = Mx.Ones(2) });
        stream.Position = 6;
        Assert.Equal(2, Mx.LoadArrays(stream)["x"].Size);
        Assert.True(stream.CanRead);
        Assert.Equal("before", Encoding.ASCII.GetString(stream.ToArray()[..6]));
        using var archive = new MemoryStream();
        archive.Write("before"u8);
        Mx.SaveZ(archive, Mx.Ones(2));
        archive.Position = 6;
        Assert.Equal(2, Mx.LoadArrays(archive)["arr_0"].Size);
    }

    [Fact]
    public void AFolderIsNoFile()
    {
        Directory.CreateDirectory(folder["f"]);
        Refusal.Of<IOException>(folder["f"], () => Mx.Load(folder["f"]));
        Refusal.Of<IOException>(folder["f"], () => Mx.LoadArrays(folder["f"]));
        Directory.CreateDirectory(folder["f.npy"]);
        Refusal.Of<IOException>("Save: ", () => { Mx.Save(folder["f.npy"], Mx.Ones(2)); return null; });
        Assert.Equal(["f", "f.npy"], folder.Names);
    }

    [Fact]
    public void ManyAxesAreReadAndMoved()
    {
        string shape = string.Concat(Enumerable.Repeat("1, ", 62)) + "2, 3";
        byte[] file = FileArrays.Npy($"{{'descr': '<f4', 'fortran_order': True, 'shape': ({shape})}}", 24);
        NDArray x = Mx.Load(new MemoryStream(file));
        Assert.Equal((64, 6), (x.Rank, x.Eval().ToArray<float>().Length));
        Assert.Equal(0, Mx.Sum(x * 2 + Mx.Contiguous(x)).Item<float>());
    }

    [Theory]
    [InlineData("(0, 2147483647, 2147483647)")]
    [InlineData("(2147483647, 2147483647, 2147483647, 0)")]
    public void LongAxesBesideNoElementsTakeNothing(string shape)
    {
        NDArray x = Mx.Load(new MemoryStream(FileArrays.Npy($"{{'descr': '<c8', 'fortran_order': True, 'shape': {shape}}}"))).Eval();
        Assert.Equal(0, x.Size);
        Mx.Save(folder["x"], x);
        Assert.Equal(x.Shape, Mx.Load(folder["x.npy"]).Shape);
        Mx.SaveSafetensors(folder["x"], new Dictionary<string, NDArray> { ["x"] = x });
        Assert.Equal(x.Shape, Mx.LoadArrays(folder["x.safetensors"])["x"].Eval().Shape);
    }

    private sealed class OneWay(Stream stream) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        // A byte now and then, as networks do.
        public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, Math.Min(count, 1 + count / 3));

        public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);

        public override void Flush() => stream.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }

    private sealed class Failing : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the line is dead");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("the line is dead");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("the line is dead");
    }
}
