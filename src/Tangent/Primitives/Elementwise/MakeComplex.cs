using Tangent.Kernels;

namespace Tangent;

/// <summary>The complex number of a real and an imaginary part: linear over the real numbers in both together.</summary>
internal sealed record MakeComplex : Primitive
{
    /// <summary>Complex numbers from float32 parts of one shape; null is zero, and one of them is not null.</summary>
    public static NDArray Of(NDArray? real, NDArray? imaginary)
    {
        ArraySpec spec = (real ?? imaginary)!.Spec;
        return Shared<MakeComplex>.Instance.Apply(Tangents.OrZeros(real, spec), Tangents.OrZeros(imaginary, spec));
    }

    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape, DType.Complex64);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Binary(ScalarOp.MakeComplex, DType.Float32);

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Of(dx[0], dx[1]);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Parts(ct, active[0], active[1]);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Together;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => Parts(ct, x[0] is null, x[1] is null);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);

    // Re(ct · (a + ib)) is Re(ct)·a - Im(ct)·b.
    private static NDArray?[] Parts(NDArray ct, bool real, bool imaginary) =>
        [real ? Mx.Real(ct) : null, imaginary ? -Mx.Imag(ct) : null];
}
