using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <inheritdoc cref="FoldOp.Any"/>
/// <remarks>Booleans are bytes 0 and 1.</remarks>
internal readonly struct AnyFold : IFold<byte>
{
    public static byte Identity => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, byte> => x | y;
}
