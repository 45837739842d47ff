using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <inheritdoc cref="FoldOp.Minimum"/>
internal readonly struct MinimumFold<T> : IFold<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    public static T Identity => Extremes<T>.Highest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => V.Min(x, y);
}
