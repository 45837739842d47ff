using System.Runtime.CompilerServices;
using Tangent.Kernels;
using Tangent.Tests.Interop;
using Xunit;

namespace Tangent.Tests.Files;

/// <summary>Arrays that lie in the pages of a file.</summary>
public sealed class MappedFileTests : IDisposable
{
    private static readonly LoadOptions Map = new() { Map = true };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryFormatHasTheSameArrays()
    {
        Dictionary<string, NDArray> all = FileArrays.OfEveryType;
        Dictionary<string, NDArray> some = all.Where(pair => !pair.Value.DType.IsUnsigned && pair.Value.DType is not (DType.Bool or DType.Complex64)).ToDictionary();
        Mx.SaveSafetensors(folder["a.safetensors"], all);
        Mx.SaveZ(folder["a.npz"], all);
        Mx.SaveZCompressed(folder["b.npz"], all);
        Mx.SaveGguf(folder["a.gguf"], some);
        foreach (string file in new[] { "a.safetensors", "a.npz", "b.npz" })
            FileArrays.Equal(all, Mx.LoadArrays(folder[file], Map));
        FileArrays.Equal(some, Mx.LoadArrays(folder["a.gguf"], Map));
        foreach ((string name, NDArray array) in all)
        {
            Mx.Save(folder[name], array);
            FileArrays.Equal(array, Mx.Load(folder[name + ".npy"], Map));
        }
        foreach (string file in new[] { "np_fortran.npy", "a_bool.npy", "empty.npy", "scalar.npy" })
            FileArrays.Equal(Mx.Load(FileArrays.Golden(file)), Mx.Load(FileArrays.Golden(file), Map));
    }

    [Fact]
    public void AnArrayLiesInTheFileAndTakesNoMemory()
    {
        NDArray big = Mx.Arange(1_000_000f).Eval();
        Mx.Save(folder["x.npy"], big);
        NDArray x = Mx.Load(folder["x.npy"], Map);
        Assert.IsType<PinnedBuffer>(x.Node.Value!.Buffer);
        Assert.Null(Mx.Load(folder["x.npy"]).Node.Value);
        FileArrays.Equal(big * 2 + 1, x * 2 + 1);
        Assert.Equal(499999500000.0, (double)Mx.Sum(x.AsType(DType.Float64)));
    }

    // The header of the one has a length at which no number of eight bytes may begin.
    [Fact]
    public void WhatLiesBetweenTheMultiplesIsReadInstead()
    {
        byte[] file = FileArrays.Safetensors("""{"o":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"w":{"dtype":"F64","shape":[2],"data_offsets":[3,19]}}   """, 19);
        BitConverter.TryWriteBytes(file.AsSpan(file.Length - 8), 0.1);
        LoadedArrays loaded = Mx.LoadArrays(folder.Write("odd", file), Map);
        Assert.NotEqual(0, (file.Length - 16) % 8);
        Assert.IsType<PinnedBuffer>(loaded["o"].Node.Value!.Buffer);
        Assert.Null(loaded["w"].Node.Value);
        Assert.Equal(0.1, loaded["w"][1].Item<double>());
    }

    [Fact]
    public void WhatMustBeChangedIsReadInstead()
    {
        string big = folder.Write("b.npy", [.. FileArrays.Npy("{'descr': '>i4', 'fortran_order': False, 'shape': (1,)}  "), 0, 0, 1, 2]);
        Assert.Null(Mx.Load(big, Map).Node.Value);
        Assert.Equal(258, Mx.Load(big, Map).Item<int>());
        string truths = folder.Write("t.safetensors", FileArrays.Safetensors("""{"b":{"dtype":"BOOL","shape":[2],"data_offsets":[0,2]}}""", 2));
        Assert.Null(Mx.LoadArrays(truths, Map)["b"].Node.Value);
        string blocks = folder.Write("q.gguf", GgufBytes.Of(new GgufBytes.Tensor("w", 2, [32], new byte[18]), new GgufBytes.Tensor("f", 0, [2], new byte[8])));
        Assert.Null(Mx.LoadArrays(blocks, Map)["w.scales"].Node.Value);
        Assert.NotNull(Mx.LoadArrays(blocks, Map)["f"].Node.Value);
    }

    [Fact]
    public void AssigningToAnArrayLeavesTheFileAsItIs()
    {
        Mx.Save(folder["x.npy"], Mx.Zeros(1000));
        NDArray x = Mx.Load(folder["x.npy"], Map);
        x[3] = 7;
        Assert.Equal(7, Mx.Sum(x).Item<float>());
        Func<NDArray, NDArray> f = Mx.Compile((NDArray v) => { v[0] = 5; return Mx.Sum(v); });
        Assert.Equal(5, f(Mx.Load(folder["x.npy"], Map)).Item<float>());
        Assert.Equal(0, Mx.Sum(Mx.Load(folder["x.npy"])).Item<float>());
    }

    [Fact]
    public void AFileMayBeSavedOverWhileItsArraysLive()
    {
        string path = folder["w.safetensors"];
        Mx.SaveSafetensors(path, new Dictionary<string, NDArray> { ["a"] = Mx.Arange(5f) });
        LoadedArrays loaded = Mx.LoadArrays(path, Map);
        if (OperatingSystem.IsWindows())
            return;
        Mx.SaveSafetensors(path, new Dictionary<string, NDArray> { ["a"] = loaded["a"] * 2 });
        Assert.Equal([0, 1, 2, 3, 4], loaded["a"].ToArray<float>());
        Assert.Equal([0, 2, 4, 6, 8], Mx.LoadArrays(path, Map)["a"].ToArray<float>());
    }

    [Fact]
    public void TheMappingGoesWithTheLastArray()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Mx.Save(folder["x.npy"], Mx.Ones(1000));
        Use();
        for (int i = 0; i < 20 && IsMapped(); i++)
        {
            Mx.Ones(3).Eval();
            ForeignTensor.Collect();
        }
        Assert.False(IsMapped());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Use()
    {
        NDArray part = Part();
        ForeignTensor.Collect();
        Assert.True(IsMapped());
        Assert.Equal(10, Mx.Sum(part).Item<float>());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private NDArray Part() => Mx.Load(folder["x.npy"], Map)[5..15].Eval();

    private bool IsMapped() => File.ReadLines("/proc/self/maps").Any(line => line.Contains(folder["x.npy"], StringComparison.Ordinal));

    // A file of which the system keeps only what was written.
    [Fact]
    public void BeyondTwoGigabytesNothingWraps()
    {
        if (!OperatingSystem.IsLinux())
            return;
        const long bytes = 5_000_000_000;
        byte[] head = FileArrays.Safetensors($$$"""{"big":{"dtype":"U8","shape":[2500000,2000],"data_offsets":[0,{{{bytes}}}]},"last":{"dtype":"F32","shape":[2],"data_offsets":[{{{bytes}}},{{{bytes + 8}}}]}}  """);
        string path = folder.Write("big.safetensors", head);
        using (FileStream file = new(path, FileMode.Open, FileAccess.Write))
        {
            file.SetLength(head.Length + bytes + 8);
            file.Position = head.Length + bytes - 1;
            file.Write([7, .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f)]);
        }
        foreach (LoadOptions options in new[] { Map, new LoadOptions() })
            Assert.Equal([1, 2], Mx.LoadArrays(path, options)["last"].ToArray<float>());
        NDArray big = Mx.LoadArrays(path, Map)["big"];
        Assert.Equal(7, big[^1, ^1].Item<byte>());
        Assert.Equal(7u, (uint)Mx.Sum(big[2_499_990..].AsType(DType.UInt32)));
    }

    [Fact]
    public void AnIndexMapsAllItsFilesAndAnImportedFunctionItsConstants()
    {
        Mx.SaveSafetensors(folder["a.safetensors"], new Dictionary<string, NDArray> { ["x"] = Mx.Ones(2) });
        File.WriteAllText(folder["i.json"], """{"weight_map":{"x":"a.safetensors"}}""");
        Assert.NotNull(Mx.LoadArrays(folder["i.json"], Map)["x"].Node.Value);
        Mx.ExportFunction(folder["f.mlxfn"], (NDArray x) => x * Mx.Array([1f, 2f]), Mx.Zeros(2));
        Assert.Equal([1, 2], Mx.ImportFunction(folder["f.mlxfn"], Map).Call(Mx.Ones(2))[0].ToArray<float>());
    }

    [Fact]
    public void LiesAreRefusedAsEver()
    {
        string path = folder.Write("x", FileArrays.Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", 7));
        Refusal.Of<FileFormatException>($"{path}, byte", () => Mx.Load(path, Map));
        Assert.Throws<FileNotFoundException>(() => Mx.LoadArrays(folder["none"], Map));
        Assert.Throws<ArgumentNullException>(() => Mx.Load(path, null!));
    }

    [Fact]
    public void AFileThatWasCutShortBeforeItsFirstArrayIsAskedForIsAnError()
    {
        string path = folder["w.safetensors"];
        Mx.SaveSafetensors(path, new Dictionary<string, NDArray> { ["a"] = Mx.Arange(50f) });
        LoadedArrays loaded = Mx.LoadArrays(path, Map);
        using (FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.SetLength(100);
        Refusal.Of<FileFormatException>($"{path}, byte 100", () => loaded["a"]);
    }
}
