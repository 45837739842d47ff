using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The difference of two arrays, element by element, after promotion and broadcasting.</summary>
    [Mlx("core.subtract")]
    public static NDArray Subtract(NDArray x, NDArray y) => Binary.Apply<Subtract>("Subtract", x, y);
}

/// <summary>x - y</summary>
internal sealed record Subtract : Binary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Subtract;

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(dx[0], dx[1] is { } second ? -second : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [ct, active[1] ? -ct : null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Together;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [ct, x[1] is null ? -ct : null];
}
