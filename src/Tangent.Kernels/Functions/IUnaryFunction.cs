namespace Tangent.Kernels;

/// <summary>A mathematical function of one floating argument, at both precisions.</summary>
internal interface IUnaryFunction
{
    /// <summary>The function in every lane.</summary>
    static abstract V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>;

    /// <summary>The function in every lane.</summary>
    static abstract V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>;
}
