using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// A composition that treats the rows of its first input one by one: folds along the last axes, and maps. Where the rows
/// are long and many enough it is evaluated row by row, as one kernel that is made from the composition.
/// </summary>
internal abstract record RowComposite : Composite
{
    /// <inheritdoc/>
    public sealed override bool HasKernel(Node[] x) => RowKernels.Find(this, x) is not null;

    /// <inheritdoc/>
    public sealed override Kernel Lower(Node[] x, ArraySpec y) => RowKernels.Find(this, x) ?? base.Lower(x, y);
}
