using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The sum of two arrays, element by element, after promotion and broadcasting.</summary>
    [Mlx("core.add")]
    public static NDArray Add(NDArray x, NDArray y) => Binary.Apply<Add>("Add", x, y);
}

/// <summary>x + y</summary>
internal sealed record Add : Binary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Add;

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(dx[0], dx[1]);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [ct, ct];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Together;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [ct, ct];
}
