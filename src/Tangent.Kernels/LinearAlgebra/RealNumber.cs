using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>float32 or float64 in each lane.</summary>
internal unsafe struct RealNumber<V, T> : ILaneNumber<RealNumber<V, T>, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private V value;

    public static int Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> Load(T* source) => new() { value = V.Load(source) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(RealNumber<V, T> x, T* destination) => V.Store(x.value, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> FromReal(V x) => new() { value = x };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> operator +(RealNumber<V, T> x, RealNumber<V, T> y) => new() { value = x.value + y.value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> operator -(RealNumber<V, T> x, RealNumber<V, T> y) => new() { value = x.value - y.value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> operator *(RealNumber<V, T> x, RealNumber<V, T> y) => new() { value = x.value * y.value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> operator *(RealNumber<V, T> x, V factor) => new() { value = x.value * factor };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> MultiplyAdd(RealNumber<V, T> x, RealNumber<V, T> y, RealNumber<V, T> z) =>
        new() { value = V.FusedMultiplyAdd(x.value, y.value, z.value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> MultiplySubtract(RealNumber<V, T> x, RealNumber<V, T> y, RealNumber<V, T> z) =>
        new() { value = V.FusedMultiplyAdd(-x.value, y.value, z.value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> Reciprocal(RealNumber<V, T> x) => new() { value = V.Broadcast(T.One) / x.value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> Conjugate(RealNumber<V, T> x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Real(RealNumber<V, T> x) => x.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Imaginary(RealNumber<V, T> x) => V.Broadcast(T.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Magnitude(RealNumber<V, T> x) => V.Abs(x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Square(RealNumber<V, T> x) => x.value * x.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> Scale(RealNumber<V, T> x, V n) => new() { value = V.Scale(x.value, n) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RealNumber<V, T> Select(V mask, RealNumber<V, T> x, RealNumber<V, T> y) => new() { value = V.Select(mask, x.value, y.value) };
}
