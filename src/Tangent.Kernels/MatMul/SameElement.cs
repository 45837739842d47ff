using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Elements that are computed with as they are stored.</summary>
internal readonly unsafe struct SameElement<T> : IElement<T, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Widen(T x) => x;

    public static void Widen(T* source, T* destination, int count) =>
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(destination, count));

    public static void Narrow(T* source, T* destination, int count) => Widen(source, destination, count);
}
