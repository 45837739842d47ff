using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// Loads elements that are narrower than the lanes, and stores them: lane i is element i, cut off on a store. Exactly one
/// vector's lanes are touched in memory.
/// </summary>
internal static unsafe class NarrowMemory
{
    /// <summary>Bytes to lanes of any width, zero-extended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadBytes<V, T>(byte* source)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        if (sizeof(V) == 64)
            return Unsafe.BitCast<Vector512<byte>, V>(Widening.FromBytes<T>(LoadLow(source, V.Count)));
        if (sizeof(V) == 32)
            return Unsafe.BitCast<Vector256<byte>, V>(Widening.FromBytes<T>(LoadLow(source, V.Count).GetLower()));
        return Unsafe.BitCast<Vector128<byte>, V>(Widening.FromBytes<T>(LoadLow(source, V.Count).GetLower().GetLower()));
    }

    /// <summary>The low byte of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes<V, T>(V x, byte* destination)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        if (sizeof(V) == 64)
            StoreLow(Widening.ToBytes<T>(Unsafe.BitCast<V, Vector512<byte>>(x)), destination, V.Count);
        else if (sizeof(V) == 32)
            StoreLow(Widening.ToBytes<T>(Unsafe.BitCast<V, Vector256<byte>>(x)).ToVector512Unsafe(), destination, V.Count);
        else
            StoreLow(Widening.ToBytes<T>(Unsafe.BitCast<V, Vector128<byte>>(x)).ToVector256Unsafe().ToVector512Unsafe(), destination, V.Count);
    }

    /// <summary>16-bit elements to 32-bit lanes, sign-extended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadHalves<V>(byte* source)
        where V : unmanaged, ILanes<V, float>
    {
        if (sizeof(V) == 64)
            return Unsafe.BitCast<Vector512<int>, V>(Vector512.WidenLower(Vector256.Load((short*)source).ToVector512Unsafe()));
        if (sizeof(V) == 32)
            return Unsafe.BitCast<Vector256<int>, V>(Vector256.WidenLower(Vector128.Load((short*)source).ToVector256Unsafe()));
        return Unsafe.BitCast<Vector128<int>, V>(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)source).AsInt16()));
    }

    /// <summary>The low half of every 32-bit lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves<V>(V x, byte* destination)
        where V : unmanaged, ILanes<V, float>
    {
        if (sizeof(V) == 64)
        {
            Vector512<uint> bits = Unsafe.BitCast<V, Vector512<uint>>(x);
            Vector256<ushort> halves = Avx512F.IsSupported ? Avx512F.ConvertToVector256UInt16(bits) : Vector512.Narrow(bits, bits).GetLower();
            halves.Store((ushort*)destination);
        }
        else if (sizeof(V) == 32)
        {
            Vector256<uint> bits = Unsafe.BitCast<V, Vector256<uint>>(x);
            Vector256.Narrow(bits, bits).GetLower().Store((ushort*)destination);
        }
        else
        {
            Vector128<uint> bits = Unsafe.BitCast<V, Vector128<uint>>(x);
            *(ulong*)destination = Vector128.Narrow(bits, bits).AsUInt64().ToScalar();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LoadLow(byte* source, int count) => count switch
    {
        64 => Vector512.Load(source),
        32 => Vector256.Load(source).ToVector512Unsafe(),
        16 => Vector128.Load(source).ToVector256Unsafe().ToVector512Unsafe(),
        8 => Vector512.CreateScalarUnsafe(*(ulong*)source).AsByte(),
        4 => Vector512.CreateScalarUnsafe(*(uint*)source).AsByte(),
        _ => Vector512.CreateScalarUnsafe(*(ushort*)source).AsByte(),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLow(Vector512<byte> x, byte* destination, int count)
    {
        switch (count)
        {
            case 64: x.Store(destination); break;
            case 32: x.GetLower().Store(destination); break;
            case 16: x.GetLower().GetLower().Store(destination); break;
            case 8: *(ulong*)destination = x.AsUInt64().ToScalar(); break;
            case 4: *(uint*)destination = x.AsUInt32().ToScalar(); break;
            default: *(ushort*)destination = x.AsUInt16().ToScalar(); break;
        }
    }
}
