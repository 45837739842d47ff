using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Stores of one element.</summary>
internal static unsafe class LaneStore<V> where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Plain(float* to, nint real, nint imaginary, V re, V im)
    {
        V.Store(re, to + real);
        V.Store(im, to + imaginary);
    }

    /// <summary>Stores (re + i·im)·(cos - i·sin).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turned(float* to, nint real, nint imaginary, V re, V im, float* twiddle)
    {
        V cosine = V.Broadcast(twiddle[0]), sine = V.Broadcast(twiddle[1]);
        V.Store(V.FusedMultiplyAdd(im, sine, re * cosine), to + real);
        V.Store(V.FusedMultiplyAdd(-re, sine, im * cosine), to + imaginary);
    }
}
