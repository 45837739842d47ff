using System.Numerics;

namespace Tangent.Kernels;

/// <summary>An associative operation on the elements of one type.</summary>
internal interface ICombiner<T>
    where T : unmanaged
{
    /// <summary>The value that changes nothing.</summary>
    static abstract T Identity { get; }

    /// <summary>Combines two elements, the earlier first.</summary>
    static abstract T Combine(T x, T y);

    /// <summary>Combines each lane, with the results of the scalar form. Only for types that <see cref="Vector{T}"/> supports.</summary>
    static abstract Vector<T> Combine(Vector<T> x, Vector<T> y);
}
