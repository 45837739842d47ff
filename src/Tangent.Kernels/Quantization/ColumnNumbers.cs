using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The numbers of rows that lie side by side: each lane holds a word of another row, and every shift is the same for all of them. So the rows are
/// turned as words, of which there are few, and come out as columns.
/// </summary>
internal static unsafe class ColumnNumbers<TVector, TSimd, V>
    where TVector : unmanaged
    where TSimd : ISimd<float, TVector>
    where V : unmanaged, ILanes<V, float>
{
    /// <summary>
    /// destination[p·width + i] is number p of row i, for words, scales and biases that lie so too: word k of row i at [k·width + i], and the first of
    /// <paramref name="count"/> numbers begins a word, <paramref name="offset"/> numbers behind the beginning of a group.
    /// </summary>
    public static void Write(QuantizationFormat format, float* words, float* scales, float* biases, int width, int offset, int count, float* destination)
    {
        for (int lane = 0; lane < width; lane += TSimd.Count)
            switch (format.Bits, format.HasBiases)
            {
                case (2, _): Write<Counts.N2, WholeNumber>(words + lane, scales + lane, biases + lane, width, format.GroupSize, offset, count, destination + lane); break;
                case (3, _): Write<Counts.N3, WholeNumber>(words + lane, scales + lane, biases + lane, width, format.GroupSize, offset, count, destination + lane); break;
                case (4, true): Write<Counts.N4, WholeNumber>(words + lane, scales + lane, biases + lane, width, format.GroupSize, offset, count, destination + lane); break;
                case (4, false): Write<Counts.N4, SmallestFloat>(words + lane, scales + lane, biases + lane, width, format.GroupSize, offset, count, destination + lane); break;
                case (5, _): Write<Counts.N5, WholeNumber>(words + lane, scales + lane, biases + lane, width, format.GroupSize, offset, count, destination + lane); break;
                case (6, _): Write<Counts.N6, WholeNumber>(words + lane, scales + lane, biases + lane, width, format.GroupSize, offset, count, destination + lane); break;
                case (_, true): Write<Counts.N8, WholeNumber>(words + lane, scales + lane, biases + lane, width, format.GroupSize, offset, count, destination + lane); break;
                default: Write<Counts.N8, SmallFloat>(words + lane, scales + lane, biases + lane, width, format.GroupSize, offset, count, destination + lane); break;
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write<TBits, TNumber>(float* words, float* scales, float* biases, nint width, int groupSize, int offset, int count, float* destination)
        where TBits : ICount
        where TNumber : ICodeNumber
    {
        V mask = V.Broadcast(BitConverter.Int32BitsToSingle((1 << TBits.Value) - 1)), rest = V.Broadcast(0);
        int left = 0;
        for (int run = Math.Min(count, groupSize - offset); count > 0; count -= run, run = Math.Min(count, groupSize), scales += width, biases += width)
        {
            TVector scale = TSimd.Load(scales), bias = TSimd.Load(biases);
            for (int i = run; i > 0; i--, destination += width)
            {
                V code = rest;
                if (left >= TBits.Value)
                {
                    rest = V.ShiftRightLogical(rest, TBits.Value);
                    left -= TBits.Value;
                }
                else
                {
                    // A code that no word ends, or the first of the next word.
                    V word = V.Load(words);
                    words += width;
                    code = rest | V.ShiftLeft(word, left);
                    rest = V.ShiftRightLogical(word, TBits.Value - left);
                    left += 32 - TBits.Value;
                }
                TSimd.Store(TSimd.MultiplyAdd(Unsafe.BitCast<V, TVector>(TNumber.Of(code & mask)), scale, bias), destination);
            }
        }
    }
}
