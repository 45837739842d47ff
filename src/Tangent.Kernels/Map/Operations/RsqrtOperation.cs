using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>1/√x by a correctly rounded root and quotient: within 1.5 ulp.</summary>
internal readonly struct RsqrtOperation<T> : IUnaryOperation<T>
    where T : unmanaged, INumberBase<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : unmanaged, ILanes<V, T> => V.Broadcast(T.One) / V.Sqrt(x);
}
