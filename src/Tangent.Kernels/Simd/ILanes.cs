namespace Tangent.Kernels;

/// <summary>
/// A vector register of <typeparamref name="T"/>, of any width. Vector maths is written once against it and runs at
/// 128, 256 and 512 bits. Masks are values of <typeparamref name="TSelf"/> whose lanes have all bits set or none.
/// </summary>
internal unsafe interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(T* source);
    static abstract void Store(TSelf x, T* destination);

    /// <summary>Stores past the caches, at a multiple of the vector's size; <see cref="System.Runtime.Intrinsics.X86.Sse.StoreFence"/> makes it visible to other threads.</summary>
    static abstract void Stream(TSelf x, T* destination);

    static abstract TSelf Broadcast(T value);

    /// <summary>
    /// <see cref="Broadcast"/> of a float32 literal that is worth a register throughout a loop, if there are 32: in functions
    /// with more constants than multiplications, that call nothing.
    /// </summary>
    static abstract TSelf Constant(T value);

    static abstract TSelf operator +(TSelf x, TSelf y);
    static abstract TSelf operator -(TSelf x, TSelf y);
    static abstract TSelf operator *(TSelf x, TSelf y);
    static abstract TSelf operator /(TSelf x, TSelf y);
    static abstract TSelf operator -(TSelf x);
    static abstract TSelf operator &(TSelf x, TSelf y);
    static abstract TSelf operator |(TSelf x, TSelf y);
    static abstract TSelf operator ^(TSelf x, TSelf y);
    static abstract TSelf operator ~(TSelf x);

    static abstract TSelf Abs(TSelf x);
    static abstract TSelf Sqrt(TSelf x);
    static abstract TSelf Floor(TSelf x);
    static abstract TSelf Ceiling(TSelf x);
    static abstract TSelf Truncate(TSelf x);

    /// <summary>To the nearest integer, ties to even.</summary>
    static abstract TSelf Round(TSelf x);

    /// <summary>The larger; NaN if either is NaN; +0 above -0.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>The smaller; NaN if either is NaN; -0 below +0.</summary>
    static abstract TSelf Min(TSelf x, TSelf y);

    /// <summary>The larger by one instruction: <paramref name="y"/> is what comes back where it is NaN.</summary>
    static abstract TSelf MaxNative(TSelf x, TSelf y);

    /// <summary>The smaller by one instruction: <paramref name="y"/> is what comes back where it is NaN.</summary>
    static abstract TSelf MinNative(TSelf x, TSelf y);

    /// <summary>x·y + z with one rounding where the hardware has it, else exact to the same result.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, TSelf z);

    static abstract TSelf Equal(TSelf x, TSelf y);
    static abstract TSelf Less(TSelf x, TSelf y);
    static abstract TSelf LessEqual(TSelf x, TSelf y);

    /// <summary>Lanes of <paramref name="x"/> where the mask is set, else of <paramref name="y"/>.</summary>
    static abstract TSelf Select(TSelf mask, TSelf x, TSelf y);

    /// <summary>In each lane the lane of <paramref name="x"/> whose number, an integer of the same width, stands there in <paramref name="places"/>.</summary>
    static abstract TSelf Permute(TSelf x, TSelf places);

    /// <summary>True if any lane of a mask is set.</summary>
    static abstract bool Any(TSelf mask);

    // Lanes seen as integers of the same width.

    static abstract TSelf AddBits(TSelf x, TSelf y);
    static abstract TSelf SubtractBits(TSelf x, TSelf y);
    static abstract TSelf ShiftLeft(TSelf x, int count);
    static abstract TSelf ShiftRightLogical(TSelf x, int count);
    static abstract TSelf ShiftRightArithmetic(TSelf x, int count);

    /// <summary>Floating lanes, whole and in range, to integer lanes.</summary>
    static abstract TSelf ToIntegerBits(TSelf x);

    /// <summary>Integer lanes to floating lanes.</summary>
    static abstract TSelf FromIntegerBits(TSelf x);

    /// <summary>
    /// x·2ⁿ for whole n and |x| near 1, rounded once. NaN x gives NaN; n must not be NaN unless x is, nor infinite.
    /// </summary>
    static abstract TSelf Scale(TSelf x, TSelf n);

    /// <summary>⌊log₂|x|⌋ as a floating number, subnormals included; -∞ for ±0, ∞ for ±∞, NaN for NaN.</summary>
    static abstract TSelf Exponent(TSelf x);

    /// <summary>x over a power of two, in [0.75, 1.5); 1 for ±0 and ∞, NaN for NaN and where x &lt; 0.</summary>
    static abstract TSelf Significand(TSelf x);

    /// <summary>The value of one lane.</summary>
    static abstract T Get(TSelf x, int lane);

    /// <summary>A copy with one lane replaced.</summary>
    static abstract TSelf With(TSelf x, int lane, T value);
}
