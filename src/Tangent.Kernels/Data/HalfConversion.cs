using System.Numerics.Tensors;

namespace Tangent.Kernels;

/// <summary>Converts dense arrays of float16 and bfloat16 to float32 and back.</summary>
internal static unsafe class HalfConversion
{
    private const long Grain = 64 * 1024;

    /// <summary>Widens to float32; exact.</summary>
    public static void Widen(BufferView half, BufferView wide)
    {
        byte* from = half.Pointer;
        var to = (float*)wide.Pointer;
        bool brain = half.DType == DType.BFloat16;
        Workers.For(half.Layout.Count, Grain, (start, end) =>
        {
            for (; start < end && brain; start++)
                to[start] = ((BFloat16*)from)[start];
            for (; start < end; start += Grain)
            {
                int count = (int)Math.Min(Grain, end - start);
                TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>((Half*)from + start, count), new Span<float>(to + start, count));
            }
        });
        GC.KeepAlive(half);
        GC.KeepAlive(wide);
    }

    /// <summary>Rounds float32 to nearest, ties to even.</summary>
    public static void Narrow(BufferView wide, BufferView half)
    {
        var from = (float*)wide.Pointer;
        byte* to = half.Pointer;
        bool brain = half.DType == DType.BFloat16;
        Workers.For(half.Layout.Count, Grain, (start, end) =>
        {
            for (; start < end && brain; start++)
                ((BFloat16*)to)[start] = (BFloat16)from[start];
            for (; start < end; start += Grain)
            {
                int count = (int)Math.Min(Grain, end - start);
                TensorPrimitives.ConvertToHalf(new ReadOnlySpan<float>(from + start, count), new Span<Half>((Half*)to + start, count));
            }
        });
        GC.KeepAlive(half);
        GC.KeepAlive(wide);
    }
}
