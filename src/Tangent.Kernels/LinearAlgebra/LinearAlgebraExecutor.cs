namespace Tangent.Kernels;

/// <summary>Linear algebra: one matrix of the batch after the other, several at a time on threads; small ones on lanes.</summary>
internal static unsafe class LinearAlgebraExecutor
{
    // Elements times the smaller side of a matrix: what is less is not worth another thread.
    private const long WorthAThread = 64 * 1024;

    /// <summary>Runs a kernel. Inputs have any strides; the algorithms see dense ones.</summary>
    public static void Run(LinearAlgebraKernel kernel, BufferView[] inputs, BufferView[] outputs)
    {
        if (kernel is LuSolveKernel)
            inputs = inputs[1..];
        BufferView[] dense = Array.ConvertAll(inputs, DenseCopy.Of);
        switch (inputs[0].DType)
        {
            case DType.Float32:
                RunItems<float, RealField<float>>(kernel, dense, outputs);
                break;
            case DType.Float64:
                RunItems<double, RealField<double>>(kernel, dense, outputs);
                break;
            case DType.Complex64:
                RunItems<Complex64, ComplexField>(kernel, dense, outputs);
                break;
            default:
                throw new ArgumentException($"{kernel}: no algorithm for {inputs[0].DType.Name()}.", nameof(inputs));
        }
        for (int i = 0; i < inputs.Length; i++)
            DenseCopy.Release(dense[i], inputs[i]);
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
    }

    private static void RunItems<T, TField>(LinearAlgebraKernel kernel, BufferView[] x, BufferView[] y)
        where T : unmanaged
        where TField : IField<T>
    {
        int[] shape = x[0].Layout.Shape;
        int rows = shape[^2], columns = shape[^1];
        long count = Layout.CountOf(shape.AsSpan(0, shape.Length - 2));
        long work = Math.Max(1, (long)rows * columns * Math.Min(rows, columns));
        long grain = Math.Max(1, WorthAThread / work);
        if (!LaneBatch.TryRun(kernel, x, y, count, grain, RunOne))
            Workers.For(count, grain, (start, end) =>
            {
                for (long item = start; item < end; item++)
                    RunOne(item);
            });

        void RunOne(long item) => RunItem<T, TField>(kernel, (T*)Item(x[0], item, count), rows, columns, x, y, item, count);
    }

    private static void RunItem<T, TField>(
        LinearAlgebraKernel kernel, T* a, int rows, int columns, BufferView[] x, BufferView[] y, long item, long count)
        where T : unmanaged
        where TField : IField<T>
    {
        byte* first = Item(y[0], item, count);
        switch (kernel)
        {
            case CholeskyKernel { Upper: var upper }:
                Cholesky<T, TField>.Run(a, rows, upper, (T*)first);
                break;
            case LuKernel:
                Lu<T, TField>.Run(a, rows, columns, (T*)first, (uint*)Item(y[1], item, count), (uint*)Item(y[2], item, count));
                break;
            case TriangularSolveKernel { Upper: var upper, Unit: var unit }:
                TriangularSolve<T, TField>.Run(a, (T*)Item(x[1], item, count), rows, x[1].Layout.Shape[^1], upper, unit, (T*)first);
                break;
            case LuSolveKernel { Transposed: var transposed }:
                LuSolve<T, TField>.Run(a, (uint*)Item(x[1], item, count), (T*)Item(x[2], item, count), rows, x[2].Layout.Shape[^1], transposed, (T*)first);
                break;
            case InverseKernel:
                Inverse<T, TField>.Run(a, rows, (T*)first);
                break;
            case QrKernel { Complete: var complete }:
                Qr<T, TField>.Run(a, rows, columns, complete ? rows : Math.Min(rows, columns), (T*)first, (T*)Item(y[1], item, count));
                break;
            case AdjugateKernel:
                Adjugate<T, TField>.Run(a, rows, (T*)first);
                break;
            case ExpmKernel:
                Expm<T, TField>.Run(a, rows, (T*)first);
                break;
            default:
                Spectra<T, TField>.Run(kernel, a, rows, columns, Array.ConvertAll(y, view => (nint)Item(view, item, count)));
                break;
        }
    }

    private static byte* Item(BufferView x, long item, long count) => x.Pointer + item * (x.Size / Math.Max(1, count));
}
