using Tangent.Kernels;

namespace Tangent;

/// <summary>A composition of one result that is computed row by row.</summary>
internal abstract record RowComposite : Composite, IRowComposition
{
    /// <inheritdoc/>
    public (NDArray Rows, NDArray[] Summed) Parts(NDArray[] x) => (Expand(x), []);

    /// <inheritdoc/>
    public sealed override bool HasKernel(Node[] x) => RowKernels.Find(this, x) is not null;

    /// <inheritdoc/>
    public sealed override Kernel Lower(Node[] x, ArraySpec y) => RowKernels.Find(this, x) ?? base.Lower(x, y);
}
