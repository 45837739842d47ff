using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>
/// Reduces the lanes of a register to one value: halves, then quarters, and so on, which rounds less often than one lane
/// after the other.
/// </summary>
internal static unsafe class AcrossLanes<F, T>
    where F : struct, IFold<T>
    where T : unmanaged
{
    /// <summary>All lanes of <paramref name="x"/> combined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Run<V>(V x)
        where V : unmanaged, ILanes<V, T>
    {
        // A cast by way of object between equal types costs nothing in compiled code.
        if (typeof(V) == typeof(Lanes512<T>))
            return Halves(((Lanes512<T>)(object)x).Value);
        if (typeof(V) == typeof(Lanes256<T>))
            return Halves(((Lanes256<T>)(object)x).Value);
        return Halves(((Lanes128<T>)(object)x).Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Halves(Vector512<T> x) => Halves(
        F.Combine(new Lanes256<T> { Value = x.GetLower() }, new Lanes256<T> { Value = x.GetUpper() }).Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Halves(Vector256<T> x) => Halves(
        F.Combine(new Lanes128<T> { Value = x.GetLower() }, new Lanes128<T> { Value = x.GetUpper() }).Value);

    // Lane 0 is combined with the middle lane of what remains; the other lanes hold anything.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Halves(Vector128<T> x)
    {
        x = Combine(x, Vector128.CreateScalar(x.AsUInt64().GetElement(1)));
        if (sizeof(T) <= 4)
            x = Combine(x, x.AsUInt64() >>> 32);
        if (sizeof(T) <= 2)
            x = Combine(x, x.AsUInt64() >>> 16);
        if (sizeof(T) == 1)
            x = Combine(x, x.AsUInt64() >>> 8);
        return x.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Combine(Vector128<T> x, Vector128<ulong> y) =>
        F.Combine(new Lanes128<T> { Value = x }, new Lanes128<T> { Value = y.As<ulong, T>() }).Value;
}
