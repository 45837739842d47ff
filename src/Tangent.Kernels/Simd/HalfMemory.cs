using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The 16-bit floating types in memory as float32 lanes: exact when loaded, rounded when stored.</summary>
internal static unsafe class HalfMemory
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadFloat16<V>(byte* source)
        where V : unmanaged, ILanes<V, float> => HalfBits.FromFloat16(NarrowMemory.LoadHalves<V>(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LoadBFloat16<V>(byte* source)
        where V : unmanaged, ILanes<V, float> => HalfBits.FromBFloat16(NarrowMemory.LoadHalves<V>(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFloat16<V>(V x, byte* destination)
        where V : unmanaged, ILanes<V, float> => NarrowMemory.StoreHalves(HalfBits.ToFloat16(x), destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBFloat16<V>(V x, byte* destination)
        where V : unmanaged, ILanes<V, float> => NarrowMemory.StoreHalves(HalfBits.ToBFloat16(x), destination);
}
