using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>The system's OpenBLAS, a peer of the matrix products and, by its LAPACK, of linear algebra.</summary>
internal sealed class OpenBlasLibrary : ILibrary
{
    /// <summary>The variable that selects OpenBLAS's kernels; versions that do not know a processor take slow ones.</summary>
    private const string CoreVariable = "OPENBLAS_CORETYPE";

    public string Description { get; } = $"{Marshal.PtrToStringUTF8(OpenBlas.GetConfiguration())}, {Marshal.PtrToStringUTF8(OpenBlas.GetCoreName())} kernels";

    // The power of two of cycles for which idle threads look out for work. By default it is 26, 28 ms in which they would
    // take part of a processor from the library that is timed next.
    private static readonly (string, string?) LookOut = ("OPENBLAS_THREAD_TIMEOUT", "20");

    /// <summary>The variables of the library's process. Where there is no AVX-512 the choice of kernels is left to the library.</summary>
    public static (string, string?)[] Variables => Vector512.IsHardwareAccelerated ? [LookOut, (CoreVariable, "SkylakeX")] : [LookOut];

    public IReadOnlyDictionary<string, Func<Workload>> Workloads { get; } = new Dictionary<string, Func<Workload>>(LapackWorkloads.All)
    {
        ["matmul-256"] = () => Single(256),
        ["matmul-512"] = () => Single(512),
        ["matmul-1024"] = () => Single(1024),
        ["matmul-2048"] = () => Single(2048),
        ["matmul-1000"] = () => Single(1000),
        ["matmul-777"] = () => Single(777),
        ["matmul-transposed-right"] = () => Single(1024, transposeY: true),
        ["matmul-transposed-left"] = () => Single(1024, transposeX: true),
        ["matmul-float64"] = () => Double(1024),
    };

    public void UseThreads(int count) => OpenBlas.SetThreads(count);

    private static Workload Single(int size, bool transposeX = false, bool transposeY = false)
    {
        float[] x = Inputs.Uniform(size * size, seed: 1), y = Inputs.Uniform(size * size, seed: 2), result = new float[size * size];
        return new Workload(Multiply, () =>
        {
            Multiply();
            return Inputs.MeanMagnitude(result);
        });

        void Multiply() => OpenBlas.Multiply(
            OpenBlas.RowMajor, Order(transposeX), Order(transposeY), size, size, size, 1, x, size, y, size, 0, result, size);
    }

    private static Workload Double(int size)
    {
        double[] x = Widen(1), y = Widen(2), result = new double[size * size];
        return new Workload(Multiply, () =>
        {
            Multiply();
            return result.Average(Math.Abs);
        });

        double[] Widen(int seed) => [.. Inputs.Uniform(size * size, seed).Select(value => (double)value)];

        void Multiply() => OpenBlas.Multiply(
            OpenBlas.RowMajor, Order(false), Order(false), size, size, size, 1, x, size, y, size, 0, result, size);
    }

    private static int Order(bool transpose) => transpose ? OpenBlas.Transposed : OpenBlas.AsIs;
}
