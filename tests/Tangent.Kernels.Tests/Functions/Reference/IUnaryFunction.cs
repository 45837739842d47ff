namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>A function under test with its exact value.</summary>
internal interface IUnaryFunction
{
    /// <summary>Where the exact value is defined.</summary>
    static abstract (double Low, double High) Domain { get; }

    /// <summary>Where the function is neither saturated nor trivial; sampled densely.</summary>
    static abstract (double Low, double High) Dense { get; }

    static abstract V Float32<V>(V x) where V : unmanaged, ILanes<V, float>;

    static abstract V Float64<V>(V x) where V : unmanaged, ILanes<V, double>;

    static abstract BigReal Exact(double x);
}
