using Xunit;

namespace Tangent.Tests.Files;

/// <summary>What a file of many arrays costs before any is read.</summary>
public sealed class ManyArraysTests
{
    private const int Count = 2_000;

    public static TheoryData<string> Formats => [".npz", "c.npz", ".safetensors", ".gguf"];

    // A buffer for each would be tens of kilobytes.
    [Theory, MemberData(nameof(Formats))]
    public void OpeningTakesLittleForEachArray(string format)
    {
        using var folder = new TemporaryFolder();
        Dictionary<string, NDArray> arrays = Enumerable.Range(0, Count).ToDictionary(i => $"layers.{i}", i => Mx.Full(3, i));
        string path = folder["x" + format];
        if (format == ".npz")
            Mx.SaveZ(path, arrays);
        else if (format == "c.npz")
            Mx.SaveZCompressed(path, arrays);
        else if (format == ".gguf")
            Mx.SaveGguf(path, arrays);
        else
            Mx.SaveSafetensors(path, arrays);
        Mx.LoadArrays(path);
        long before = GC.GetAllocatedBytesForCurrentThread();
        LoadedArrays loaded = Mx.LoadArrays(path);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Count * 5_000L);
        Assert.Equal(Count, loaded.Count);
        Assert.Equal(1234, loaded["layers.1234"][0].Item<int>());
    }
}
