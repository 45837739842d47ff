namespace Tangent.Kernels;

/// <summary>A mathematical function of two floating arguments, at both precisions.</summary>
internal interface IBinaryFunction
{
    /// <summary>The function in every lane.</summary>
    static abstract V Float32<V>(V x, V y)
        where V : unmanaged, ILanes<V, float>;

    /// <summary>The function in every lane.</summary>
    static abstract V Float64<V>(V x, V y)
        where V : unmanaged, ILanes<V, double>;
}
