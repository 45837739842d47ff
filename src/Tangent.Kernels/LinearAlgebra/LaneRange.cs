using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Between which numbers nothing overflows or vanishes.</summary>
internal static class LaneRange<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The spacing of numbers at 1.</summary>
    public static T Epsilon
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.CreateTruncating(typeof(T) == typeof(float) ? 1.1920929e-7 : 2.220446049250313e-16);
    }

    /// <summary>Smaller numbers may have no reciprocal.</summary>
    public static T Tiny
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.CreateTruncating(typeof(T) == typeof(float) ? 1e-37 : 1e-307);
    }

    /// <summary>Of smaller numbers the squares are inexact.</summary>
    public static T ShortestLength
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => T.CreateTruncating(typeof(T) == typeof(float) ? 1e-11 : 1e-140);
    }

    /// <summary>A mask of the lanes whose numbers are not between <see cref="Tiny"/> and infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Outside<V>(V x)
        where V : unmanaged, ILanes<V, T> =>
        ~(V.LessEqual(V.Broadcast(Tiny), x) & V.Less(x, V.Broadcast(T.PositiveInfinity)));

    /// <summary>A mask of the lanes whose numbers are infinite or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NotFinite<V>(V x)
        where V : unmanaged, ILanes<V, T> =>
        ~V.Less(V.Abs(x), V.Broadcast(T.PositiveInfinity));
}
