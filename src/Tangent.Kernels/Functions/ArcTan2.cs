using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The angle of the point (x, y), in [-π, π]. The smaller over the larger coordinate is an angle in the first eighth
/// of the circle, which is halved and then mirrored: k·π/4 ± arctan t as in <see cref="ArcTan"/>. Signed zeros and
/// infinities as in IEEE 754; NaN if either is.
/// </summary>
internal readonly struct ArcTan2 : IBinaryFunction
{
    /// <summary>Measured error: at most 1.77 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V y, V x)
        where V : unmanaged, ILanes<V, float>
    {
        V ySize = V.Abs(y);
        V xSize = V.Abs(x);
        V steep = V.Less(xSize, ySize);
        V left = V.ShiftRightArithmetic(x, 31);
        V t = Quotient32(V.Select(steep, xSize, ySize), V.Select(steep, ySize, xSize), out V k);
        // Mirrored at the diagonal if steep, at the y axis if left.
        t = t ^ ((steep ^ left) & V.Broadcast(-0.0f));
        k = V.Select(steep, V.Broadcast(2f) - k, k);
        k = V.Select(left, V.Broadcast(4f) - k, k);
        V angle = ArcTan.FromQuotient32(t, k) | (y & V.Broadcast(-0.0f));
        return V.Select(V.Equal(x, x) & V.Equal(y, y), angle, V.Broadcast(float.NaN));
    }

    /// <summary>Measured error: at most 1.47 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V y, V x)
        where V : unmanaged, ILanes<V, double>
    {
        V ySize = V.Abs(y);
        V xSize = V.Abs(x);
        V steep = V.Less(xSize, ySize);
        V left = V.ShiftRightArithmetic(x, 63);
        V t = Quotient64(V.Select(steep, xSize, ySize), V.Select(steep, ySize, xSize), out V k);
        // Mirrored at the diagonal if steep, at the y axis if left.
        t = t ^ ((steep ^ left) & V.Broadcast(-0.0));
        k = V.Select(steep, V.Broadcast(2.0) - k, k);
        k = V.Select(left, V.Broadcast(4.0) - k, k);
        V angle = ArcTan.FromQuotient64(t, k) | (y & V.Broadcast(-0.0));
        return V.Select(V.Equal(x, x) & V.Equal(y, y), angle, V.Broadcast(double.NaN));
    }

    /// <summary>t and k such that arctan(smaller/larger) = k·π/4 + arctan t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Quotient32<V>(V smaller, V larger, out V k)
        where V : unmanaged, ILanes<V, float>
    {
        V infinite = V.Equal(larger, V.Broadcast(float.PositiveInfinity));
        smaller = V.Select(infinite, V.Select(V.Equal(smaller, larger), V.Broadcast(1f), V.Broadcast(0f)), smaller);
        larger = V.Select(infinite | V.Equal(larger, V.Broadcast(0f)), V.Broadcast(1f), larger);
        // Near the largest numbers the sum below would overflow.
        V scale = V.Select(V.Less(V.Broadcast(1e38f), larger), V.Broadcast(0.25f), V.Broadcast(1f));
        smaller *= scale;
        larger *= scale;
        V middle = V.Less(larger * V.Broadcast(0.41421357f), smaller);
        k = V.Select(middle, V.Broadcast(1f), V.Broadcast(0f));
        return V.Select(middle, smaller - larger, smaller) / V.Select(middle, smaller + larger, larger);
    }

    /// <summary>t and k such that arctan(smaller/larger) = k·π/4 + arctan t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Quotient64<V>(V smaller, V larger, out V k)
        where V : unmanaged, ILanes<V, double>
    {
        V infinite = V.Equal(larger, V.Broadcast(double.PositiveInfinity));
        smaller = V.Select(infinite, V.Select(V.Equal(smaller, larger), V.Broadcast(1.0), V.Broadcast(0.0)), smaller);
        larger = V.Select(infinite | V.Equal(larger, V.Broadcast(0.0)), V.Broadcast(1.0), larger);
        // Near the largest numbers the sum below would overflow.
        V scale = V.Select(V.Less(V.Broadcast(1e308), larger), V.Broadcast(0.25), V.Broadcast(1.0));
        smaller *= scale;
        larger *= scale;
        V middle = V.Less(larger * V.Broadcast(0.41421356237309503), smaller);
        k = V.Select(middle, V.Broadcast(1.0), V.Broadcast(0.0));
        return V.Select(middle, smaller - larger, smaller) / V.Select(middle, smaller + larger, larger);
    }
}
