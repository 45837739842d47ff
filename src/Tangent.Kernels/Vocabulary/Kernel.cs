namespace Tangent.Kernels;

/// <summary>
/// What to compute, as data: the closed vocabulary that primitives are lowered to. A kernel has parameters and no methods;
/// a device knows how to run it.
/// </summary>
internal abstract record Kernel
{
    /// <summary>All parameters, in the order of the constructor; what is no data, as the work of the host, is left out.</summary>
    public virtual Parameter[] Parameters => [];

    /// <inheritdoc/>
    public sealed override string ToString() => ParameterText.Of(GetType().Name, Parameters);
}
