using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Even shares among the largest elements of a window.</summary>
internal static class WindowShare
{
    /// <summary>A sum over the number of largest elements, of which a window that lies in the padding has none; NaN where the largest is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V sum, V number, V one, V largest)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged => V.Select(V.Equal(largest, largest), sum / V.MaxNative(number, one), largest);
}
