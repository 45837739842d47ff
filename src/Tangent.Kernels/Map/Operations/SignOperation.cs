using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>-1, 0 or 1; 0 for NaN and for a zero of either sign.</summary>
internal readonly struct SignOperation<T> : IUnaryOperation<T>
    where T : unmanaged, INumberBase<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : unmanaged, ILanes<V, T>
    {
        V zero = V.Broadcast(T.Zero);
        V positive = V.Less(zero, x) & V.Broadcast(T.One);
        V negative = V.Less(x, zero) & V.Broadcast(unchecked(-T.One));
        return positive | negative;
    }
}
