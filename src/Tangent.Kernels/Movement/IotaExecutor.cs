using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Fills an array with an arithmetic progression.</summary>
internal static unsafe class IotaExecutor
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 64 * 1024;

    /// <summary>
    /// Writes start + step·i to element i, counted in row-major order. Floating types round once, from float64;
    /// integers truncate start and step first and wrap around; bool is true where the value is not zero.
    /// </summary>
    public static void Run(double start, double step, BufferView output)
    {
        Require.RowMajor("Iota", "output", output.Layout);
        long count = output.Layout.Count;
        byte* pointer = output.Pointer;
        if (output.DType.IsInteger)
            FillIntegers(output.DType, pointer, count, (long)start, (long)step);
        else
            FillReals(output.DType, pointer, count, start, step);
        GC.KeepAlive(output);
    }

    private static void FillIntegers(DType dtype, byte* output, long count, long start, long step)
    {
        switch (dtype.Size)
        {
            case 1: FillIntegers((byte*)output, count, start, step); break;
            case 2: FillIntegers((ushort*)output, count, start, step); break;
            case 4: FillIntegers((uint*)output, count, start, step); break;
            default: FillIntegers((ulong*)output, count, start, step); break;
        }
    }

    private static void FillReals(DType dtype, byte* output, long count, double start, double step)
    {
        switch (dtype)
        {
            case DType.Bool: Fill((bool*)output, count, i => start + step * i != 0); break;
            case DType.Float16: FillFloats((Half*)output, count, start, step); break;
            case DType.BFloat16: Fill((BFloat16*)output, count, i => (BFloat16)(start + step * i)); break;
            case DType.Float32: FillFloats((float*)output, count, start, step); break;
            case DType.Float64: FillFloats((double*)output, count, start, step); break;
            default: Fill((Complex64*)output, count, i => (float)(start + step * i)); break;
        }
    }

    private static void FillIntegers<T>(T* output, long count, long start, long step)
        where T : unmanaged, IBinaryInteger<T>
    {
        Workers.For(count, Grain, (first, end) =>
        {
            for (long i = first; i < end; i++)
                output[i] = T.CreateTruncating(unchecked(start + step * i));
        });
    }

    private static void FillFloats<T>(T* output, long count, double start, double step)
        where T : unmanaged, IFloatingPoint<T>
    {
        Workers.For(count, Grain, (first, end) =>
        {
            for (long i = first; i < end; i++)
                output[i] = T.CreateTruncating(start + step * i);
        });
    }

    private static void Fill<T>(T* output, long count, Func<long, T> value) where T : unmanaged
    {
        for (long i = 0; i < count; i++)
            output[i] = value(i);
    }
}
