using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The later of two elements, seen as bits of any meaning.</summary>
internal readonly struct LastCombiner<TBits> : ICombiner<TBits>
    where TBits : unmanaged
{
    public static TBits Identity => default;
    public static TBits Combine(TBits x, TBits y) => y;
    public static Vector<TBits> Combine(Vector<TBits> x, Vector<TBits> y) => y;
}
