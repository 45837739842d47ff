using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>What the elements in a window come to.</summary>
internal interface IWindowFold<T> : IFold<T>
    where T : unmanaged
{
    /// <summary>The result of a fold over a window of some size.</summary>
    static abstract V Finish<V>(V x, V size)
        where V : unmanaged, ILanes<V, T>;
}

/// <summary>The largest.</summary>
internal readonly struct WindowMaximum<T> : IWindowFold<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    public static T Identity => Folds.Maximum<T>.Identity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => V.Max(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V x, V size)
        where V : unmanaged, ILanes<V, T> => x;
}

/// <summary>The mean.</summary>
internal readonly struct WindowMean<T> : IWindowFold<T>
    where T : unmanaged, INumberBase<T>
{
    public static T Identity => T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T> => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Finish<V>(V x, V size)
        where V : unmanaged, ILanes<V, T> => x / size;
}
