using System.ComponentModel;
using System.Diagnostics;
using Tangent.Tests.Golden;
using Xunit;

namespace Tangent.Tests.Files;

/// <summary>NumPy reads what is written here, and what it writes is read, where there is a Python that has it.</summary>
public sealed class NumpyPeerTests
{
    private const string Write = """
        import sys, numpy
        folder, count, arrays = sys.argv[1], 0, {}
        for code in "b1 i1 u1 <i2 >i2 <u2 >u2 <i4 >i4 <u4 >u4 <i8 >i8 <u8 >u8 <f2 >f2 <f4 >f4 <f8 >f8 <c8 >c8".split():
            for shape in [(), (0,), (5,), (2, 3), (3, 1, 2), (0, 4), (2, 3, 4, 5)]:
                for order in "CF":
                    numbers = numpy.arange(numpy.prod(shape, dtype=int)).reshape(shape) * 3 - 5
                    array = numpy.array(numbers * (1 - 2j) if "c" in code else numbers, dtype=code, order=order)
                    name = f"a{count}"
                    numpy.save(f"{folder}/{name}.npy", array)
                    arrays[name] = array
                    print(name, array.dtype.newbyteorder("<").str, array.shape, array.astype(array.dtype.newbyteorder("<")).tobytes("C").hex(), sep="|")
                    count += 1
        numpy.savez(f"{folder}/all.npz", **arrays)
        numpy.savez_compressed(f"{folder}/compressed.npz", **arrays)
        for version in [(1, 0), (2, 0), (3, 0)]:
            with open(f"{folder}/version{version[0]}.npy", "wb") as file:
                numpy.lib.format.write_array(file, numpy.arange(3), version=version)
        with open(f"{folder}/stream", "wb") as file:
            for i in range(3):
                numpy.save(file, numpy.full(i + 1, i))
        """;

    private const string Script = """
        import sys, numpy
        for path in sys.argv[1:]:
            loaded = numpy.load(path)
            entries = loaded.items() if path.endswith(".npz") else [(path, loaded)]
            for name, array in entries:
                print(name, array.dtype.str, array.shape, array.tobytes().hex(), sep="|")
        """;

    private static readonly Dictionary<DType, string> Names = new()
    {
        [DType.Bool] = "|b1",
        [DType.UInt8] = "|u1",
        [DType.UInt16] = "<u2",
        [DType.UInt32] = "<u4",
        [DType.UInt64] = "<u8",
        [DType.Int8] = "|i1",
        [DType.Int16] = "<i2",
        [DType.Int32] = "<i4",
        [DType.Int64] = "<i8",
        [DType.Float16] = "<f2",
        [DType.BFloat16] = "|V2",
        [DType.Float32] = "<f4",
        [DType.Float64] = "<f8",
        [DType.Complex64] = "<c8",
    };

    [Fact]
    public void NumpyReadsWhatIsWritten()
    {
        using var folder = new TemporaryFolder();
        var expected = new List<string>();
        var files = new List<string>();
        foreach ((string name, NDArray array) in FileArrays.OfEveryType)
        {
            files.Add(folder[name + ".npy"]);
            Mx.Save(files[^1], array);
            expected.Add(Line(files[^1], array));
        }
        files.AddRange([folder["s.npz"], folder["c.npz"]]);
        Mx.SaveZ(folder["s.npz"], FileArrays.OfEveryType);
        Mx.SaveZCompressed(folder["c.npz"], FileArrays.OfEveryType);
        for (int i = 0; i < 2; i++)
            expected.AddRange(FileArrays.OfEveryType.Select(pair => Line(pair.Key, pair.Value)));
        string[]? read = Run("/usr/bin/python3", files) ?? Run("python3", files);
        Assert.SkipWhen(read is null, "no Python with NumPy");
        Assert.Equal(expected, read);
    }

    [Fact]
    public void WhatNumpyWritesIsRead()
    {
        using var folder = new TemporaryFolder();
        string[]? written = Run("/usr/bin/python3", [folder[""]], Write) ?? Run("python3", [folder[""]], Write);
        Assert.SkipWhen(written is null, "no Python with NumPy");
        LoadedArrays stored = Mx.LoadArrays(folder["all.npz"]), compressed = Mx.LoadArrays(folder["compressed.npz"]);
        Assert.Equal(written.Length, stored.Count);
        foreach (string line in written)
        {
            string name = line.Split('|')[0], path = folder[name + ".npy"];
            using FileStream stream = File.OpenRead(path);
            foreach (NDArray x in new[] { Mx.Load(path), Mx.Load(stream), Mx.Load(path, new() { Map = true }), stored[name], compressed[name] })
                Assert.Equal(line, Line(name, x));
        }
        for (int version = 1; version <= 3; version++)
            Assert.Equal([0, 1, 2], Mx.Load(folder[$"version{version}.npy"]).ToArray<long>());
        using FileStream several = File.OpenRead(folder["stream"]);
        for (int i = 0; i < 3; i++)
            Assert.Equal(Enumerable.Repeat((long)i, i + 1), Mx.Load(several).ToArray<long>());
    }

    private static string Line(string name, NDArray array) =>
        $"{name}|{Names[array.DType]}|({string.Join(", ", array.Shape)}{(array.Rank == 1 ? "," : "")})|{Convert.ToHexStringLower(GoldenBuffers.Read(Mx.Contiguous(array)).Bytes)}";

    private static string[]? Run(string python, List<string> arguments, string script = Script)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string output = process.StandardOutput.ReadToEnd(), error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (error.Contains("No module named 'numpy'", StringComparison.Ordinal))
                return null;
            Assert.True(process.ExitCode == 0, error);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
