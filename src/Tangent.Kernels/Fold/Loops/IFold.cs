namespace Tangent.Kernels;

/// <summary>A reduction's operation on lanes of <typeparamref name="T"/>: associative, up to rounding.</summary>
internal interface IFold<T>
    where T : unmanaged
{
    /// <summary>The value that changes nothing.</summary>
    static abstract T Identity { get; }

    /// <summary>The operation in every lane.</summary>
    static abstract V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T>;
}
