using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>complex64 in each lane: a register of real parts and one of imaginary parts.</summary>
internal unsafe struct ComplexNumber<V> : ILaneNumber<ComplexNumber<V>, V, float>
    where V : unmanaged, ILanes<V, float>
{
    private V re;
    private V im;

    public static int Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * V.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> Load(float* source) => new() { re = V.Load(source), im = V.Load(source + V.Count) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ComplexNumber<V> x, float* destination)
    {
        V.Store(x.re, destination);
        V.Store(x.im, destination + V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> FromReal(V x) => new() { re = x, im = V.Broadcast(0) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> operator +(ComplexNumber<V> x, ComplexNumber<V> y) => new() { re = x.re + y.re, im = x.im + y.im };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> operator -(ComplexNumber<V> x, ComplexNumber<V> y) => new() { re = x.re - y.re, im = x.im - y.im };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> operator *(ComplexNumber<V> x, ComplexNumber<V> y) => new()
    {
        re = V.FusedMultiplyAdd(-x.im, y.im, x.re * y.re),
        im = V.FusedMultiplyAdd(x.im, y.re, x.re * y.im),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> operator *(ComplexNumber<V> x, V factor) => new() { re = x.re * factor, im = x.im * factor };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> MultiplyAdd(ComplexNumber<V> x, ComplexNumber<V> y, ComplexNumber<V> z) => new()
    {
        re = V.FusedMultiplyAdd(-x.im, y.im, V.FusedMultiplyAdd(x.re, y.re, z.re)),
        im = V.FusedMultiplyAdd(x.im, y.re, V.FusedMultiplyAdd(x.re, y.im, z.im)),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> MultiplySubtract(ComplexNumber<V> x, ComplexNumber<V> y, ComplexNumber<V> z) => new()
    {
        re = V.FusedMultiplyAdd(x.im, y.im, V.FusedMultiplyAdd(-x.re, y.re, z.re)),
        im = V.FusedMultiplyAdd(-x.im, y.re, V.FusedMultiplyAdd(-x.re, y.im, z.im)),
    };

    // Of the number divided by a power of two, so that its square neither overflows nor vanishes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> Reciprocal(ComplexNumber<V> x)
    {
        V down = -V.Exponent(Magnitude(x));
        ComplexNumber<V> scaled = Scale(x, down);
        return Scale(Conjugate(scaled) * (V.Broadcast(1) / Square(scaled)), down);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> Conjugate(ComplexNumber<V> x) => new() { re = x.re, im = -x.im };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Real(ComplexNumber<V> x) => x.re;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Imaginary(ComplexNumber<V> x) => x.im;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Magnitude(ComplexNumber<V> x) => V.Abs(x.re) + V.Abs(x.im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Square(ComplexNumber<V> x) => V.FusedMultiplyAdd(x.im, x.im, x.re * x.re);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> Scale(ComplexNumber<V> x, V n) => new() { re = V.Scale(x.re, n), im = V.Scale(x.im, n) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexNumber<V> Select(V mask, ComplexNumber<V> x, ComplexNumber<V> y) =>
        new() { re = V.Select(mask, x.re, y.re), im = V.Select(mask, x.im, y.im) };
}
