using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Small matrices, as many at once as a vector has lanes. Which ones are taken depends on the kernel, their shape and number, and the width of
/// a vector: the smallest always, so that a matrix alone gives the bits that it gives among others; larger ones where they fill the lanes.
/// </summary>
internal static unsafe class LaneBatch
{
    // Up to so many rows and columns a vector is no slower for one matrix; for all lanes full it is up to some more, the wider the more.
    private const int Always = 8;

    /// <summary>Runs the kernel if its matrices are for lanes; those out of the ordinary are left to <paramref name="runOne"/>.</summary>
    public static bool TryRun(LinearAlgebraKernel kernel, BufferView[] x, BufferView[] y, long count, long grain, Action<long> runOne)
    {
        int[] shape = x[0].Layout.Shape;
        int rows = shape[^2], columns = shape[^1];
        int longest = Math.Max(Math.Max(rows, columns), y[0].Layout.Shape[^1]), lanes = Lanes.WidestBits / (x[0].DType == DType.Float64 ? 64 : 32);
        if (Math.Min(rows, columns) == 0 || y[0].Layout.Count == 0 || !Takes(kernel, longest, count, lanes))
            return false;
        switch (Lanes.WidestBits)
        {
            case 512:
                Run<Lanes512<float>, Lanes512<double>>(kernel, x, y, count, grain, runOne);
                break;
            case 256:
                Run<Lanes256<float>, Lanes256<double>>(kernel, x, y, count, grain, runOne);
                break;
            default:
                Run<Lanes128<float>, Lanes128<double>>(kernel, x, y, count, grain, runOne);
                break;
        }
        return true;
    }

    private static bool Takes(LinearAlgebraKernel kernel, int longest, long count, int lanes) =>
        kernel is CholeskyKernel or LuKernel or InverseKernel or LuSolveKernel or TriangularSolveKernel or QrKernel or EighKernel or SvdKernel
        && longest <= (count >= lanes ? Always + 3 * lanes / 2 : Always);

    private static void Run<VSingle, VDouble>(LinearAlgebraKernel kernel, BufferView[] x, BufferView[] y, long count, long grain, Action<long> runOne)
        where VSingle : unmanaged, ILanes<VSingle, float>
        where VDouble : unmanaged, ILanes<VDouble, double>
    {
        if (x[0].DType == DType.Float64)
            Run<RealNumber<VDouble, double>, VDouble, double>(kernel, x, y, count, grain, runOne);
        else if (x[0].DType == DType.Float32)
            Run<RealNumber<VSingle, float>, VSingle, float>(kernel, x, y, count, grain, runOne);
        else
            Run<ComplexNumber<VSingle>, VSingle, float>(kernel, x, y, count, grain, runOne);
    }

    private static void Run<E, V, T>(LinearAlgebraKernel kernel, BufferView[] x, BufferView[] y, long count, long grain, Action<long> runOne)
        where E : unmanaged, ILaneNumber<E, V, T>
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = x[0].Layout.Shape[^2], columns = x[0].Layout.Shape[^1];
        switch (kernel)
        {
            case CholeskyKernel { Upper: var upper }:
                LaneRunner<V, T>.Run(new LaneCholesky<E, V, T>(rows, upper), x, y, count, grain, runOne);
                break;
            case LuKernel:
                LaneRunner<V, T>.Run(new LaneLu<E, V, T>(rows, columns), x, y, count, grain, runOne);
                break;
            case InverseKernel:
                LaneRunner<V, T>.Run(new LaneInverse<E, V, T>(rows), x, y, count, grain, runOne);
                break;
            case LuSolveKernel { Transposed: var transposed }:
                LaneRunner<V, T>.Run(new LaneLuSolve<E, V, T>(rows, x[2].Layout.Shape[^1], transposed), x, y, count, grain, runOne);
                break;
            case TriangularSolveKernel { Upper: var upper, Unit: var unit }:
                LaneRunner<V, T>.Run(new LaneTriangularSolve<E, V, T>(rows, x[1].Layout.Shape[^1], upper, unit), x, y, count, grain, runOne);
                break;
            case QrKernel { Complete: var complete }:
                LaneRunner<V, T>.Run(new LaneQr<E, V, T>(rows, columns, complete ? rows : Math.Min(rows, columns)), x, y, count, grain, runOne);
                break;
            case EighKernel { Upper: var upper, Vectors: var vectors }:
                LaneRunner<V, T>.Run(new LaneEigh<E, V, T>(rows, upper, vectors), x, y, count, grain, runOne);
                break;
            case SvdKernel { Full: var full, Vectors: var vectors }:
                LaneRunner<V, T>.Run(new LaneSvd<E, V, T>(rows, columns, full, vectors), x, y, count, grain, runOne);
                break;
            default:
                throw new ArgumentException($"{kernel}: no algorithm on lanes.", nameof(kernel));
        }
    }
}
