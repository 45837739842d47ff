using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The numbers that a part of a quantised row stands for.</summary>
internal static unsafe class QuantizedRow<TVector, TSimd, V>
    where TVector : unmanaged
    where TSimd : ISimd<float, TVector>
    where V : unmanaged, ILanes<V, float>
{
    /// <summary>Writes them from a column on; column and count are multiples of the lanes and of 8.</summary>
    public static void Read(in QuantizedMatrix w, long row, long column, int count, float* destination)
    {
        QuantizationScratch scratch = QuantizationScratch.Current;
        int size = w.Format.GroupSize;
        long first = column / size;
        int groups = (int)((column + count - 1) / size - first + 1), room = GroupScales<V>.Room(groups);
        float* scales = scratch.Scales.Take<float>(2 * room), biases = scales + room;
        GroupScales<V>.Read(w, row, first, groups, scales, biases);
        byte* codes = CodeBytes.Of(w, row, column, count, scratch.Codes.Take<byte>(count));
        int offset = (int)(column % size);
        if (w.Format.HasBiases)
            Write<WholeNumber>(codes, scales, biases, size, offset, count, destination);
        else
            Write<SmallFloat>(codes, scales, biases, size, offset, count, destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write<TNumber>(byte* codes, float* scales, float* biases, int groupSize, int offset, int count, float* destination)
        where TNumber : ICodeNumber
    {
        for (int run = Math.Min(count, groupSize - offset); count > 0; count -= run, run = Math.Min(count, groupSize))
        {
            TVector scale = TSimd.Broadcast(scales++), bias = TSimd.Broadcast(biases++);
            for (int i = run; i > 0; i -= TSimd.Count, codes += TSimd.Count, destination += TSimd.Count)
                TSimd.Store(TSimd.MultiplyAdd(Number<TNumber>(codes), scale, bias), destination);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Number<TNumber>(byte* codes)
        where TNumber : ICodeNumber => Unsafe.BitCast<V, TVector>(TNumber.Of(NarrowMemory.LoadBytes<V, float>(codes)));
}
