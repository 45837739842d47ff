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
        for (int done = 0; done < count;)
        {
            int run = (int)Math.Min(count - done, size - (column + done) % size);
            if (w.Format.HasBiases)
                Scale<WholeNumber>(codes + done, *scales++, *biases++, run, destination + done);
            else
                Scale<SmallFloat>(codes + done, *scales++, *biases++, run, destination + done);
            done += run;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<TNumber>(byte* codes, float scale, float bias, int count, float* destination)
        where TNumber : ICodeNumber
    {
        TVector factor = TSimd.Broadcast(&scale), term = TSimd.Broadcast(&bias);
        for (int i = 0; i < count; i += TSimd.Count)
            TSimd.Store(TSimd.MultiplyAdd(Number<TNumber>(codes + i), factor, term), destination + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Number<TNumber>(byte* codes)
        where TNumber : ICodeNumber => Unsafe.BitCast<V, TVector>(TNumber.Of(NarrowMemory.LoadBytes<V, float>(codes)));
}
