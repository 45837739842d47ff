using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Lanes of one type seen or converted as lanes of another of the same size, in registers of any width.</summary>
internal static class LaneCast
{
    /// <summary>The same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VTo Bits<VFrom, TFrom, VTo, TTo>(VFrom x)
        where VFrom : unmanaged, ILanes<VFrom, TFrom>
        where TFrom : unmanaged
        where VTo : unmanaged, ILanes<VTo, TTo>
        where TTo : unmanaged
    {
        // A cast by way of object between equal types costs nothing in compiled code.
        if (typeof(VFrom) == typeof(Lanes512<TFrom>))
            return (VTo)(object)new Lanes512<TTo> { Value = Vector512.As<TFrom, TTo>(((Lanes512<TFrom>)(object)x).Value) };
        if (typeof(VFrom) == typeof(Lanes256<TFrom>))
            return (VTo)(object)new Lanes256<TTo> { Value = Vector256.As<TFrom, TTo>(((Lanes256<TFrom>)(object)x).Value) };
        return (VTo)(object)new Lanes128<TTo> { Value = Vector128.As<TFrom, TTo>(((Lanes128<TFrom>)(object)x).Value) };
    }

    /// <summary>
    /// The same numbers: floating ones are cut off towards zero, those out of range become the nearest one and NaN
    /// becomes 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VTo Convert<VFrom, TFrom, VTo, TTo>(VFrom x)
        where VFrom : unmanaged, ILanes<VFrom, TFrom>
        where TFrom : unmanaged
        where VTo : unmanaged, ILanes<VTo, TTo>
        where TTo : unmanaged
    {
        if (typeof(VFrom) == typeof(Lanes512<TFrom>))
            return (VTo)(object)new Lanes512<TTo> { Value = LaneConversion.Run<TFrom, TTo>(((Lanes512<TFrom>)(object)x).Value) };
        if (typeof(VFrom) == typeof(Lanes256<TFrom>))
            return (VTo)(object)new Lanes256<TTo> { Value = LaneConversion.Run<TFrom, TTo>(((Lanes256<TFrom>)(object)x).Value) };
        return (VTo)(object)new Lanes128<TTo> { Value = LaneConversion.Run<TFrom, TTo>(((Lanes128<TFrom>)(object)x).Value) };
    }

    /// <summary>Whether a number differs from zero, as a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VTo ToMask<VFrom, TFrom, VTo, TTo>(VFrom x)
        where VFrom : unmanaged, ILanes<VFrom, TFrom>
        where TFrom : unmanaged
        where VTo : unmanaged, ILanes<VTo, TTo>
        where TTo : unmanaged => Bits<VFrom, TFrom, VTo, TTo>(~VFrom.Equal(x, VFrom.Broadcast(default)));

    /// <summary>One where the mask is set, else zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VTo FromMask<VFrom, TFrom, VTo, TTo>(VFrom mask)
        where VFrom : unmanaged, ILanes<VFrom, TFrom>
        where TFrom : unmanaged
        where VTo : unmanaged, ILanes<VTo, TTo>
        where TTo : unmanaged, INumberBase<TTo> => Bits<VFrom, TFrom, VTo, TTo>(mask) & VTo.Broadcast(TTo.One);
}
