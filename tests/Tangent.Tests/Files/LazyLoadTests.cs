using Xunit;

namespace Tangent.Tests.Files;

/// <summary>Files are read when arrays are evaluated; what became of them meanwhile shows.</summary>
public sealed class LazyLoadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NothingIsReadBeforeItIsEvaluated()
    {
        string path = Saved(Mx.Arange(6f));
        NDArray x = Mx.Load(path), y = x.AsType(DType.Float64) + 1.0;
        Assert.Null(x.Node.Value);
        Assert.Equal([1.0, 2, 3, 4, 5, 6], y.ToArray<double>());
    }

    [Fact]
    public void AFileThatWasCutShortIsAnErrorThatNamesIt()
    {
        string path = Saved(Mx.Zeros(1000));
        NDArray x = Mx.Load(path);
        using (FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.SetLength(500);
        var error = Assert.Throws<FileFormatException>(() => x.Eval());
        Assert.Equal(path, error.Path);
        Assert.Contains("500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatWasWrittenToIsAnErrorThatNamesIt()
    {
        string path = Saved(Mx.Zeros(1000));
        NDArray x = Mx.Load(path), y = Mx.Load(path).Eval();
        using (FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.WriteByte(0x93);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(5));
        Refusal.Of<FileFormatException>($"{path}, byte 0: the file was written to", () => x.Eval());
        Assert.Equal(0, y.Sum().Item<float>());
    }

    [Fact]
    public void AFileThatGrewIsAnError()
    {
        string path = Saved(Mx.Zeros(1000));
        NDArray x = Mx.Load(path);
        using (FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
            file.WriteByte(0);
        Refusal.Of<FileFormatException>($"{path}, byte", () => x.Eval());
    }

    [Fact]
    public void AFileThatIsGoneIsReadAllTheSame()
    {
        string path = Saved(Mx.Ones(1000));
        NDArray x = Mx.Load(path);
        File.Delete(path);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(1000, x.Sum().Item<float>());
    }

    [Fact]
    public void AFileMayBeSavedOverWhileItsArraysAreToBeRead()
    {
        string path = folder["w.safetensors"];
        Mx.SaveSafetensors(path, new Dictionary<string, NDArray> { ["a"] = Mx.Arange(5f), ["b"] = Mx.Ones(3) });
        LoadedArrays loaded = Mx.LoadArrays(path);
        Mx.SaveSafetensors(path, new Dictionary<string, NDArray> { ["a"] = loaded["a"] * 2, ["c"] = loaded["a"] });
        Assert.Equal([0, 2, 4, 6, 8], Mx.LoadArrays(path)["a"].ToArray<float>());
        Assert.Equal([1, 1, 1], loaded["b"].ToArray<float>());
        Assert.Equal(["w.safetensors"], folder.Names);
    }

    [Fact]
    public void AnErrorLeavesTheFileAsItWas()
    {
        string path = Saved(Mx.Arange(3f));
        NDArray broken = Mx.HostCall(x => throw new InvalidOperationException("broken"), 3, DType.Float32)(Mx.Ones(3));
        Assert.ThrowsAny<InvalidOperationException>(() => Mx.Save(path, broken));
        Assert.ThrowsAny<NotSupportedException>(() => ReplacedFile.Write("Save", path, stream => { stream.Write(new byte[100_000]); throw new NotSupportedException(); }));
        Assert.Equal([0, 1, 2], Mx.Load(path).ToArray<float>());
        Assert.Equal([Path.GetFileName(path)], folder.Names);
    }

    [Fact]
    public void ALinkStaysALinkAndPermissionsStay()
    {
        if (OperatingSystem.IsWindows())
            return;
        string path = Saved(Mx.Arange(3f)), link = folder["link.npy"];
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, path);
        Mx.Save(link, Mx.Ones(2));
        Assert.Equal([1, 1], Mx.Load(path).ToArray<float>());
        Assert.NotNull(File.ResolveLinkTarget(link, false));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void ADeviceStaysADevice()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.True(ReplacedFile.IsDevice("/dev/null"));
        ReplacedFile.Write("Save", "/dev/null", stream => stream.Write(new byte[10]));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void BigArraysAreReadInPieces()
    {
        NDArray big = Mx.Arange(3_000_001f).Eval();
        string path = Saved(big);
        FileArrays.Equal(big, Mx.Load(path));
        Assert.Equal((double)big.AsType(DType.Float64).Sum(), (double)Mx.Load(path).AsType(DType.Float64).Sum());
    }

    [Fact]
    public void AnArrayIsReadOnceWhoeverAsksForIt()
    {
        string path = folder["w.safetensors"];
        Mx.SaveSafetensors(path, new Dictionary<string, NDArray> { ["a"] = Mx.Arange(5f) });
        LoadedArrays loaded = Mx.LoadArrays(path);
        NDArray first = loaded["a"], second = loaded["a"];
        Assert.NotSame(first, second);
        Assert.Same(first.Node, second.Node);
        first[0] = 7;
        Assert.Equal([0, 1, 2, 3, 4], loaded["a"].ToArray<float>());
        Assert.Contains("there is no array \"b\"; it has \"a\"", Assert.Throws<KeyNotFoundException>(() => loaded["b"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACompiledFunctionAndAGradientReadIt()
    {
        string path = Saved(Mx.Arange(3f));
        NDArray w = Mx.Load(path);
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => Mx.Sum(x * w * Mx.Load(path)));
        Assert.Equal(5f, f(Mx.Ones(3)).Item<float>());
        Assert.Equal(5f, f(Mx.Ones(3)).Item<float>());
        Assert.Equal([0, 1, 4], Mx.Grad(f)(Mx.Ones(3)).ToArray<float>());
    }

    [Fact]
    public void WhatWasLoadedIsATree()
    {
        string path = folder["w.safetensors"];
        Mx.SaveSafetensors(path, new Dictionary<string, NDArray> { ["a"] = Mx.Arange(3f), ["b"] = Mx.Ones(2) }, new() { ["k"] = "v" });
        LoadedArrays loaded = Mx.LoadArrays(path);
        Assert.All(loaded.Values, array => Assert.Null(array.Node.Value));
        Mx.Eval(loaded);
        Assert.All(loaded.Values, array => Assert.NotNull(array.Node.Value));
        LoadedArrays gradient = Mx.Grad((LoadedArrays w) => Mx.Sum(w["a"] * w["a"]) + Mx.Sum(w["b"]))(loaded);
        Assert.Equal([0, 2, 4], gradient["a"].ToArray<float>());
        Assert.Equal("v", (string)gradient.Metadata["k"]);
        Assert.Equal(["a", "b"], Trees.Map(x => x + 1, loaded).Keys);
        Assert.Equal([0, 1, 2], loaded["a"].ToArray<float>());
    }

    [Fact]
    public void WhatIsNotThereIsAnOrdinaryError()
    {
        Assert.Throws<FileNotFoundException>(() => Mx.Load(folder["none.npy"]));
        Refusal.Of<DirectoryNotFoundException>("Save: there is no folder", () => { Mx.Save(folder["none/x.npy"], Mx.Ones(2)); return null; });
        Assert.ThrowsAny<ArgumentException>(() => Mx.Load(""));
    }

    [Fact]
    public void AFileOfTheOtherKindIsNamed()
    {
        Refusal.Of<FileFormatException>(FileArrays.Golden("two.npz"), () => Mx.Load(FileArrays.Golden("two.npz")));
        Assert.Contains("Mx.LoadArrays", Assert.Throws<FileFormatException>(() => Mx.Load(FileArrays.Golden("all.safetensors"))).Message, StringComparison.Ordinal);
        Assert.Contains("Mx.Load reads it", Assert.Throws<FileFormatException>(() => Mx.LoadArrays(FileArrays.Golden("d1.npy"))).Message, StringComparison.Ordinal);
        Assert.Contains("pickle", Assert.Throws<FileFormatException>(() => Mx.LoadArrays(folder.Write("p.pkl", [0x80, 4, 0x95, 0, 0]))).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<FileFormatException>(() => Mx.Load(folder.Write("e", []))).Message, StringComparison.Ordinal);
    }

    private string Saved(NDArray array)
    {
        Mx.Save(folder["x.npy"], array);
        return folder["x.npy"];
    }
}
