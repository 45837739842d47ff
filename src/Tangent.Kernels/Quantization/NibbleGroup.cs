using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// A group of 4-bit codes in words of eight: the sixteen numbers that they can stand for lie in a register, from which a permutation takes
/// those of sixteen lanes. Each lane holds a word, or the words are repeated until there are sixteen, and each lane begins where the last with
/// its word leaves off; a permutation looks at the lowest four bits alone.
/// </summary>
/// <typeparam name="TWords">The words that are different: those of a group, up to sixteen.</typeparam>
/// <typeparam name="TTable">The numbers before scale and bias.</typeparam>
internal unsafe struct NibbleGroup<TWords, TTable> : IGroupNumbers<Vector512<float>, NibbleGroup<TWords, TTable>>
    where TWords : ICount
    where TTable : INibbleTable
{
    private const int Lanes = 16;

    private Vector512<uint> words;
    private Vector512<float> table;

    // Nibbles that a lane takes of its word.
    private static int Nibbles => 8 * TWords.Value / Lanes;

    public static int Place(int vector, int lane, int vectors)
    {
        int block = vector / Nibbles * TWords.Value + lane % TWords.Value;
        return block * 8 + lane / TWords.Value * Nibbles + vector % Nibbles;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NibbleGroup<TWords, TTable> Of(byte* codes, float* scale, float* bias) => new()
    {
        words = Words(codes),
        table = Vector512.MultiplyAddEstimate(TTable.Numbers, Vector512.Create(*scale), Vector512.Create(*bias)),
    };

    public static int Unit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TWords.Value >= 8 ? 4 : TWords.Value / 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector512<float> At(int vector) => Avx512F.PermuteVar16x32(table, Shifted(vector).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        if (TWords.Value == 16)
            words >>>= 16;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Words(byte* codes) => TWords.Value switch
    {
        16 => Vector512.Load((uint*)codes),
        8 => Avx512F.BroadcastVector256ToVector512((ulong*)codes).AsUInt32(),
        4 => Avx512F.BroadcastVector128ToVector512((uint*)codes),
        _ => Vector512.Create(*(ulong*)codes).AsUInt32(),
    };

    // Each lane's nibble of a number moved to the lowest bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector512<uint> Shifted(int vector) => TWords.Value switch
    {
        16 => words >>> (4 * vector),
        8 => Avx512F.ShiftRightLogicalVariable(words, Vector512.Create(4 * (uint)vector) + Vector512.Create(0u, 0, 0, 0, 0, 0, 0, 0, 16, 16, 16, 16, 16, 16, 16, 16)),
        4 => Avx512F.ShiftRightLogicalVariable(words, Vector512.Create(4 * (uint)vector) + Vector512.Create(0u, 0, 0, 0, 8, 8, 8, 8, 16, 16, 16, 16, 24, 24, 24, 24)),
        _ => Avx512F.ShiftRightLogicalVariable(words, Vector512.Create(0u, 0, 4, 4, 8, 8, 12, 12, 16, 16, 20, 20, 24, 24, 28, 28)),
    };
}

/// <summary>What the sixteen codes of 4 bits stand for.</summary>
internal interface INibbleTable
{
    static abstract Vector512<float> Numbers { get; }
}

/// <summary>Whole numbers.</summary>
internal readonly struct WholeNibbles : INibbleTable
{
    public static Vector512<float> Numbers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }
}

/// <summary>Floats: sign, 2 bits of exponent, 1 of mantissa.</summary>
internal readonly struct FloatNibbles : INibbleTable
{
    public static Vector512<float> Numbers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0, 0.5f, 1, 1.5f, 2, 3, 4, 6, -0f, -0.5f, -1, -1.5f, -2, -3, -4, -6);
    }
}
