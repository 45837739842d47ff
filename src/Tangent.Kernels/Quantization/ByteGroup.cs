using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A group of codes of one byte, element after element.</summary>
internal unsafe struct ByteGroup<TVector, TSimd, V, TNumber> : IGroupNumbers<TVector, ByteGroup<TVector, TSimd, V, TNumber>>
    where TVector : unmanaged
    where TSimd : ISimd<float, TVector>
    where V : unmanaged, ILanes<V, float>
    where TNumber : ICodeNumber
{
    private byte* codes;
    private TVector scale;
    private TVector bias;

    public static int Place(int vector, int lane, int vectors) => vector * TSimd.Count + lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteGroup<TVector, TSimd, V, TNumber> Of(byte* codes, float* scale, float* bias) =>
        new() { codes = codes, scale = TSimd.Broadcast(scale), bias = TSimd.Broadcast(bias) };

    // Groups of whole numbers are two vectors or more.
    public static int Unit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(TNumber) == typeof(WholeNumber) ? 2 : 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector At(int vector)
    {
        V number = TNumber.Of(NarrowMemory.LoadBytes<V, float>(codes + vector * TSimd.Count));
        return TSimd.MultiplyAdd(Unsafe.BitCast<V, TVector>(number), scale, bias);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance() => codes += Unit * TSimd.Count;
}
