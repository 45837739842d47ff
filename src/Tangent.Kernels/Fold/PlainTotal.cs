using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A total of the elements' own type.</summary>
internal readonly record struct PlainTotal<F, T>(T Result) : ITotal<PlainTotal<F, T>, T>
    where F : struct, IFold<T>
    where T : unmanaged
{
    public static PlainTotal<F, T> Identity => new(F.Identity);

    public static PlainTotal<F, T> Add(PlainTotal<F, T> total, T block) => new(Combine(total.Result, block));

    public static PlainTotal<F, T> Merge(PlainTotal<F, T> x, PlainTotal<F, T> y) => new(Combine(x.Result, y.Result));

    public static T Value(PlainTotal<F, T> total) => total.Result;

    /// <summary>The operation on single elements, by way of the narrowest lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Combine(T x, T y) =>
        Lanes128<T>.Get(F.Combine(Lanes128<T>.Broadcast(x), Lanes128<T>.Broadcast(y)), 0);
}
