using System.ComponentModel;
using System.Diagnostics;
using Tangent.Tests.Golden;
using Xunit;

namespace Tangent.Tests.Files;

/// <summary>NumPy reads what is written here, where there is a Python that has it.</summary>
public sealed class NumpyPeerTests
{
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

    private static string Line(string name, NDArray array) =>
        $"{name}|{Names[array.DType]}|(2, 3)|{Convert.ToHexStringLower(GoldenBuffers.Read(array).Bytes)}";

    private static string[]? Run(string python, List<string> files)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", Script, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
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
