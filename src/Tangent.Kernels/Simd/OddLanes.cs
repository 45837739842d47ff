using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary><see cref="OddRounding"/> in lanes.</summary>
internal static class OddLanes
{
    /// <summary>Integers of 32 bits: where float32 is not exact, from 2²⁴ on, the lowest eight bits become one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VF ToSingle<V, T, VF>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, IBinaryInteger<T>
        where VF : unmanaged, ILanes<VF, float>
    {
        V low = V.Broadcast(T.CreateTruncating(0xFF));
        V sticky = V.Broadcast(T.CreateTruncating(0x100)) & ~V.Equal(x & low, V.Broadcast(T.Zero));
        VF nearest = LaneCast.Convert<V, T, VF, float>(x);
        VF coarse = LaneCast.Convert<V, T, VF, float>((x & ~low) | sticky);
        return VF.Select(VF.LessEqual(VF.Broadcast(16777216f), VF.Abs(nearest)), coarse, nearest);
    }
}
