using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>An elementwise function of two arrays of one shape and type.</summary>
/// <remarks>
/// Functions that align operands by reference are not inlined: their parameters would become variables of the caller whose
/// address is taken, which the garbage collector holds to be alive until the caller ends. Then no temporary of an
/// expression in that method would be seen dead, and none would be fused away.
/// </remarks>
internal abstract record Binary : Primitive
{
    /// <summary>The scalar operation.</summary>
    protected abstract ScalarOp Op { get; }

    /// <summary>A node of the parameterless primitive <typeparamref name="T"/> on operands brought to one type and shape; a literal of literals.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static NDArray Apply<T>(string function, NDArray x, NDArray y) where T : Primitive, new()
    {
        Elementwise.Align(function, ref x, ref y);
        return x.Literal is null ? Shared<T>.Instance.Apply(x, y) : Literals.Apply(Shared<T>.Instance, x, y);
    }

    /// <summary>A node on operands brought to one floating or complex type and one shape.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static NDArray ApplyInexact<T>(string function, NDArray x, NDArray y) where T : Primitive, new()
    {
        Elementwise.AlignInexact(function, ref x, ref y);
        return x.Literal is null ? Shared<T>.Instance.Apply(x, y) : Literals.Apply(Shared<T>.Instance, x, y);
    }

    /// <summary>The derivative in the first operand, where the value is <paramref name="z"/>; null where it is zero everywhere.</summary>
    protected virtual NDArray? DerivativeX(NDArray x, NDArray y, NDArray z) => null;

    /// <summary>The derivative in the second operand.</summary>
    protected virtual NDArray? DerivativeY(NDArray x, NDArray y, NDArray z) => null;

    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Binary(Op, x[0].DType);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first && DerivativeX(x[0], x[1], y) is { } slopeX ? first * slopeX : null,
        dx[1] is { } second && DerivativeY(x[0], x[1], y) is { } slopeY ? second * slopeY : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
    [
        active[0] && DerivativeX(x[0], x[1], y) is { } slopeX ? ct * slopeX : null,
        active[1] && DerivativeY(x[0], x[1], y) is { } slopeY ? ct * slopeY : null,
    ];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
