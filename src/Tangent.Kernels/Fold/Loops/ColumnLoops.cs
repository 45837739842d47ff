using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// Reduces columns whose elements are neighbours, from the first element to the last. Each addition waits for the one before it,
/// so that several columns go side by side: as lanes, where elements take four bytes, else in registers of their own.
/// </summary>
internal static unsafe class ColumnLoops<F, T>
    where F : struct, IFold<T>
    where T : unmanaged
{
    /// <summary>Writes what each column comes to; <paramref name="stride"/> bytes from one to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Reduce(byte* columns, long stride, long rowCount, T* results, long columnCount)
    {
        if (sizeof(T) == 4 && Avx.IsSupported)
            for (; columnCount >= 16; columnCount -= 16, columns += 16 * stride, results += 16)
                ReduceSixteen((T*)columns, stride / sizeof(T), rowCount, results);
        for (; columnCount >= 4; columnCount -= 4, columns += 4 * stride, results += 4)
            ReduceFour((T*)columns, stride / sizeof(T), rowCount, results);
        for (; columnCount > 0; columnCount--, columns += stride)
        {
            Lanes128<T> sum = Lanes128<T>.Broadcast(F.Identity);
            for (long i = 0; i < rowCount; i++)
                sum = Add(sum, (T*)columns + i);
            *results++ = Lanes128<T>.Get(sum, 0);
        }
    }

    // Lanes are columns. Of each of eight columns four elements are read, and transposed in squares of four: the lower half of a
    // register is from the first four columns, the upper half from the others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReduceSixteen(T* columns, long stride, long rowCount, T* results)
    {
        Lanes256<T> first = Lanes256<T>.Broadcast(F.Identity), second = first;
        float* rows = stackalloc float[64];
        for (; rowCount >= 4; rowCount -= 4, columns += 4)
        {
            Transpose(columns, stride, rows);
            Transpose(columns + 8 * stride, stride, rows + 32);
            for (int i = 0; i < 32; i += 8)
            {
                first = F.Combine(first, Lanes256<T>.Load((T*)rows + i));
                second = F.Combine(second, Lanes256<T>.Load((T*)rows + 32 + i));
            }
        }
        for (; rowCount > 0; rowCount--, columns++)
        {
            first = AddRow(first, columns, stride);
            second = AddRow(second, columns + 8 * stride, stride);
        }
        Lanes256<T>.Store(first, results);
        Lanes256<T>.Store(second, results + 8);
    }

    // Pairs of columns come as a row and the next. One shuffle and two blends: processors shuffle once a cycle, and blend thrice.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(T* columns, long stride, float* rows)
    {
        Vector256<float> a = Pair(columns, stride), b = Pair(columns + stride, stride);
        Vector256<float> c = Pair(columns + 2 * stride, stride), d = Pair(columns + 3 * stride, stride);
        Vector256<float> low = Avx.UnpackLow(a, b), right = Avx.UnpackLow(c, d), middle = Avx.Shuffle(low, right, 0x4E);
        Avx.Blend(low, middle, 0xCC).Store(rows);
        Avx.Blend(right, middle, 0x33).Store(rows + 8);
        low = Avx.UnpackHigh(a, b);
        right = Avx.UnpackHigh(c, d);
        middle = Avx.Shuffle(low, right, 0x4E);
        Avx.Blend(low, middle, 0xCC).Store(rows + 16);
        Avx.Blend(right, middle, 0x33).Store(rows + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(T* column, long stride) =>
        Avx.InsertVector128(Vector128.Load((float*)column).ToVector256Unsafe(), Vector128.Load((float*)(column + 4 * stride)), 1);

    private static Lanes256<T> AddRow(Lanes256<T> sum, T* columns, long stride)
    {
        T* row = stackalloc T[8];
        for (int i = 0; i < 8; i++)
            row[i] = columns[i * stride];
        return F.Combine(sum, Lanes256<T>.Load(row));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReduceFour(T* x, long stride, long rowCount, T* results)
    {
        T* y = x + stride, z = y + stride, w = z + stride;
        Lanes128<T> a = Lanes128<T>.Broadcast(F.Identity), b = a, c = a, d = a;
        for (long i = 0; i < rowCount; i++)
        {
            a = Add(a, x + i);
            b = Add(b, y + i);
            c = Add(c, z + i);
            d = Add(d, w + i);
        }
        results[0] = Lanes128<T>.Get(a, 0);
        results[1] = Lanes128<T>.Get(b, 0);
        results[2] = Lanes128<T>.Get(c, 0);
        results[3] = Lanes128<T>.Get(d, 0);
    }

    // Every lane holds the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes128<T> Add(Lanes128<T> sum, T* element) => F.Combine(sum, Lanes128<T>.Broadcast(*element));
}
