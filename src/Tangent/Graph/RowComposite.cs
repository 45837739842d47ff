using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// A composition that treats the rows of its first input one by one: folds along the last axes, and maps. Where the rows
/// are long and many enough it is evaluated row by row, as one kernel that is made from the composition.
/// </summary>
internal abstract record RowComposite : Composite
{
    /// <summary>
    /// The rows of the result, or their numbers, and arrays of the same shape whose sums over all rows follow them, a row
    /// each, where the result has such.
    /// </summary>
    public virtual (NDArray Rows, NDArray[] Summed) Parts(NDArray[] x) => (Expand(x), []);

    /// <inheritdoc/>
    public sealed override bool HasKernel(Node[] x) => RowKernels.Find(this, x) is not null;

    /// <inheritdoc/>
    public sealed override Kernel Lower(Node[] x, ArraySpec y) => RowKernels.Find(this, x) ?? base.Lower(x, y);
}
