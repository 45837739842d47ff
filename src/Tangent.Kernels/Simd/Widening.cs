using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Between bytes in the low part of a register and lanes of any width.</summary>
internal static unsafe class Widening
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> FromBytes<T>(Vector512<byte> x)
        where T : unmanaged
    {
        if (sizeof(T) >= 2)
            x = Vector512.WidenLower(x).AsByte();
        if (sizeof(T) >= 4)
            x = Vector512.WidenLower(x.AsUInt16()).AsByte();
        if (sizeof(T) >= 8)
            x = Vector512.WidenLower(x.AsUInt32()).AsByte();
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ToBytes<T>(Vector512<byte> x)
        where T : unmanaged
    {
        if (sizeof(T) >= 8)
            x = Vector512.Narrow(x.AsUInt64(), x.AsUInt64()).AsByte();
        if (sizeof(T) >= 4)
            x = Vector512.Narrow(x.AsUInt32(), x.AsUInt32()).AsByte();
        if (sizeof(T) >= 2)
            x = Vector512.Narrow(x.AsUInt16(), x.AsUInt16()).AsByte();
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> FromBytes<T>(Vector256<byte> x)
        where T : unmanaged
    {
        if (sizeof(T) >= 2)
            x = Vector256.WidenLower(x).AsByte();
        if (sizeof(T) >= 4)
            x = Vector256.WidenLower(x.AsUInt16()).AsByte();
        if (sizeof(T) >= 8)
            x = Vector256.WidenLower(x.AsUInt32()).AsByte();
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ToBytes<T>(Vector256<byte> x)
        where T : unmanaged
    {
        if (sizeof(T) >= 8)
            x = Vector256.Narrow(x.AsUInt64(), x.AsUInt64()).AsByte();
        if (sizeof(T) >= 4)
            x = Vector256.Narrow(x.AsUInt32(), x.AsUInt32()).AsByte();
        if (sizeof(T) >= 2)
            x = Vector256.Narrow(x.AsUInt16(), x.AsUInt16()).AsByte();
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> FromBytes<T>(Vector128<byte> x)
        where T : unmanaged
    {
        if (sizeof(T) >= 2)
            x = Vector128.WidenLower(x).AsByte();
        if (sizeof(T) >= 4)
            x = Vector128.WidenLower(x.AsUInt16()).AsByte();
        if (sizeof(T) >= 8)
            x = Vector128.WidenLower(x.AsUInt32()).AsByte();
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ToBytes<T>(Vector128<byte> x)
        where T : unmanaged
    {
        if (sizeof(T) >= 8)
            x = Vector128.Narrow(x.AsUInt64(), x.AsUInt64()).AsByte();
        if (sizeof(T) >= 4)
            x = Vector128.Narrow(x.AsUInt32(), x.AsUInt32()).AsByte();
        if (sizeof(T) >= 2)
            x = Vector128.Narrow(x.AsUInt16(), x.AsUInt16()).AsByte();
        return x;
    }
}
