using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Logical not of booleans held as bytes 0 and 1.</summary>
internal readonly struct NotOperation : IUnaryOperation<byte>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : unmanaged, ILanes<V, byte> => x ^ V.Broadcast(1);
}
