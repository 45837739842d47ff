using System.Diagnostics;
using CsCheck;
using Xunit;

namespace Tangent.Tests.Files;

/// <summary>
/// Real files with bytes changed, cut, doubled or exchanged: each is read, or refused as the format's or the system's error. Nothing else is
/// thrown, nothing hangs, and no more memory is taken than the file can account for.
/// </summary>
public sealed class MutationTests
{
    // A few seconds each; more when asked for.
    private static readonly int Cases = Environment.GetEnvironmentVariable("TANGENT_MUTATIONS") is { Length: > 0 } asked ? int.Parse(asked) : 4_000;

    private static readonly string[] Files =
    [
        "a_bool.npy", "a_complex64.npy", "np_fortran.npy", "scalar.npy", "empty.npy", "all.safetensors", "nometa.safetensors", "one_empty.safetensors",
        "two.npz", "comp.npz", "positional.npz", "small.gguf",
    ];

    // What headers are full of.
    private static readonly byte[] Usual = [0, 1, 0xFF, 0x7F, 0x80, .. "\"{}[]09,-("u8];

    private static readonly Gen<byte> Byte = Gen.OneOf(Gen.Byte, Gen.Int[0, Usual.Length - 1].Select(i => Usual[i]));

    private static readonly Gen<(int Kind, double Place, double Length, byte Value)> Change = Gen.Select(Gen.Int[0, 5], Gen.Double[0, 1], Gen.Double[0, 1], Byte);

    public static TheoryData<string> Names => [.. Files, "blocks.gguf", "index.json"];

    [Theory, MemberData(nameof(Names))]
    public void AChangedFileIsReadOrRefused(string name)
    {
        using var folder = new TemporaryFolder();
        byte[] file = Original(name, folder);
        var clock = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread(), cases = 0;
        Change.Array[1, 4].Sample(changes =>
        {
            byte[] changed = changes.Aggregate(file, Changed);
            Read(name, changed, folder);
            Interlocked.Increment(ref cases);
        }, iter: Cases, threads: 1);
        Assert.Equal(Cases, cases);
        // Half a megabyte each is the buffers of an inflating stream, many times over.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Cases * (1L << 20));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60 + Cases / 100.0);
    }

    private static byte[] Original(string name, TemporaryFolder folder)
    {
        if (name == "blocks.gguf")
            return GgufBytes.Of(new GgufBytes.Tensor("a.weight", 2, [32, 2], new byte[36]), new GgufBytes.Tensor("k", 12, [256], new byte[144]), new GgufBytes.Tensor("t", 16, [256], new byte[66]));
        if (name != "index.json")
            return File.ReadAllBytes(FileArrays.Golden(name));
        File.Copy(FileArrays.Golden("nometa.safetensors"), folder["n.safetensors"]);
        return """{"metadata":{"total_size":48},"weight_map":{"a":"n.safetensors"}}"""u8.ToArray();
    }

    private static void Read(string name, byte[] bytes, TemporaryFolder folder)
    {
        try
        {
            if (name.EndsWith(".npy", StringComparison.Ordinal))
                Mx.Load(new MemoryStream(bytes)).Eval();
            else
                ReadAll(name == "index.json" ? Mx.LoadArrays(folder.Write("index.json", bytes)) : Mx.LoadArrays(new MemoryStream(bytes)));
        }
        catch (Exception error) when (error is FileFormatException or IOException)
        {
        }
    }

    private static void ReadAll(LoadedArrays loaded)
    {
        foreach (string key in loaded.Keys)
            try
            {
                NDArray array = loaded[key];
                Assert.True(array.NBytes < 1 << 20);
                array.Eval();
            }
            catch (FileFormatException)
            {
            }
    }

    private static byte[] Changed(byte[] file, (int Kind, double Place, double Length, byte Value) change)
    {
        // Headers are more than their share.
        int place = (int)(change.Place * change.Place * file.Length), length = (int)(change.Length * change.Length * (file.Length - place));
        byte[] copy = [.. file];
        if (copy.Length == 0)
            return [change.Value];
        place = Math.Min(place, copy.Length - 1);
        switch (change.Kind)
        {
            case 0 or 1:
                copy[place] = change.Value;
                return copy;
            case 2:
                copy[place] ^= (byte)(1 << (change.Value & 7));
                return copy;
            case 3:
                return [.. copy[..place], .. copy[Math.Min(copy.Length, place + length)..]];
            case 4:
                return [.. copy[..Math.Min(copy.Length, place + length)], .. copy[place..]];
            default:
                return copy[..place];
        }
    }
}
