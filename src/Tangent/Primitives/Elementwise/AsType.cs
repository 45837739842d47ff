using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The elements converted to another type. Integers wrap around; floating values become integers by truncation towards
    /// zero, those out of range the nearest integer of the type and NaN 0, literals as elements of arrays. Floating types round
    /// once to nearest. Of complex numbers the real part is taken.
    /// </summary>
    [Mlx("core.astype")]
    public static NDArray AsType(NDArray x, DType dtype)
    {
        if (x.Literal is not null)
            return Literals.Of(x.Literal, dtype);
        return x.DType == dtype ? x.Share() : new AsType(dtype).Apply(x);
    }
}

/// <summary>A conversion of values.</summary>
internal sealed record AsType(DType DType) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(DType), DType)];

    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape, DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Cast(x[0].DType, DType);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => Mx.AsType(ct, x.DType);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
