using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <inheritdoc cref="FoldOp.Maximum"/>
internal readonly struct MaximumFold<T> : IFold<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    public static T Identity => Extremes<T>.Lowest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => V.Max(x, y);
}
