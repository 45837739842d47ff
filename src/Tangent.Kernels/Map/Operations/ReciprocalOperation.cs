using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>1/x, rounded once.</summary>
internal readonly struct ReciprocalOperation<T> : IUnaryOperation<T>
    where T : unmanaged, INumberBase<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : unmanaged, ILanes<V, T> => V.Broadcast(T.One) / x;
}
