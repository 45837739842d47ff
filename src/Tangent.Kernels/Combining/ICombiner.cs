namespace Tangent.Kernels;

/// <summary>An associative operation on the elements of one type.</summary>
internal interface ICombiner<T>
    where T : unmanaged
{
    /// <summary>The value that changes nothing.</summary>
    static abstract T Identity { get; }

    /// <summary>Combines two elements, the earlier first.</summary>
    static abstract T Combine(T x, T y);

    /// <summary>True if a combination takes about as long as moving the elements.</summary>
    static abstract bool IsCheap { get; }

    /// <summary>Combines each lane, with the results of the scalar form. Only for types that have lanes.</summary>
    static abstract V Combine<V>(V x, V y)
        where V : unmanaged, ILanes<V, T>;
}
