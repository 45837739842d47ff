using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Products with the factors of a pass.</summary>
internal static unsafe class Turn<V, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TTarget : struct, ILaneTarget<V>
{
    /// <summary>Stores (re + i·im)·(cos - i·sin).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TTarget target, nint place, V re, V im, float* twiddle)
    {
        V cosine = V.Broadcast(twiddle[0]), sine = V.Broadcast(twiddle[1]);
        target.Store(place, V.FusedMultiplyAdd(im, sine, re * cosine), V.FusedMultiplyAdd(-re, sine, im * cosine));
    }
}
