using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <inheritdoc cref="FoldOp.Sum"/>
internal readonly struct SumFold<T> : IFold<T>
    where T : unmanaged, INumberBase<T>
{
    public static T Identity => T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => x + y;
}
