using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// Between 32-bit lanes of two 512-bit registers and their 16-bit halves, the 32 lanes of one: those of the first
/// register, then those of the second.
/// </summary>
internal static class Words512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> Low(Vector512<uint> x, Vector512<uint> y) =>
        Avx512BW.PermuteVar32x16x2(x.AsUInt16(), Vector512.CreateSequence<ushort>(0, 2), y.AsUInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> High(Vector512<uint> x, Vector512<uint> y) =>
        Avx512BW.PermuteVar32x16x2(x.AsUInt16(), Vector512.CreateSequence<ushort>(1, 2), y.AsUInt16());

    /// <summary>The first 16 lanes, each of a low and a high half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> First(Vector512<short> low, Vector512<short> high) =>
        Avx512BW.PermuteVar32x16x2(low, Vector512.CreateSequence(0x20_0000, 0x1_0001).AsInt16(), high).AsInt32();

    /// <summary>The last 16 lanes, each of a low and a high half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Second(Vector512<short> low, Vector512<short> high) =>
        Avx512BW.PermuteVar32x16x2(low, Vector512.CreateSequence(0x30_0010, 0x1_0001).AsInt16(), high).AsInt32();

    /// <summary>Whether either register holds NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector512<float> x, Vector512<float> y) =>
        Avx512F.CompareUnordered(x, y).AsUInt32() != Vector512<uint>.Zero;

    /// <summary>All bits of the lanes that hold NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> IsNaN(Vector512<float> x, Vector512<float> y) =>
        Low((~Vector512.Equals(x, x)).AsUInt32(), (~Vector512.Equals(y, y)).AsUInt32());
}
