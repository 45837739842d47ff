using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The product over some axes, or all; 1 of none. Products of bool and of integers narrower than 32 bits are int32 or uint32.</summary>
    [Mlx("core.prod")]
    public static NDArray Prod(NDArray x, Axes? axis = null, bool keepdims = false) =>
        Folding.Apply("Prod", Folding.Widen(x), axis, keepdims, axes => new Prod(axes));
}

/// <summary>
/// A product over axes, which vanish. Its tangent multiplies (value, tangent) pairs in a tree, never divides, and so is
/// right wherever elements are zero.
/// </summary>
internal sealed record Prod(Axes Axes) : Fold(Axes)
{
    /// <inheritdoc/>
    protected override FoldOp Op => FoldOp.Product;

    /// <inheritdoc/>
    protected override Fold Over(Axes axes) => new Prod(axes);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        var pair = new Pair(InLine(x[0]), InLine(dx[0]!));
        if (pair.Length == 0)
            return null;
        Pair? odd = null;
        while (pair.Length > 1)
        {
            int half = pair.Length / 2;
            if (pair.Length % 2 == 1)
                odd = odd is { } other ? other.Times(pair.Part(2 * half, 1)) : pair.Part(2 * half, 1);
            pair = pair.Part(0, half).Times(pair.Part(half, half));
        }
        return Mx.Reshape((odd is { } rest ? pair.Times(rest) : pair).Tangent, y.Shape);
    }

    /// <summary>The elements of each product along a last axis.</summary>
    private NDArray InLine(NDArray x)
    {
        int[] kept = [.. Enumerable.Range(0, x.Rank).Except(Axes)];
        NDArray moved = Mx.Transpose(x, [.. kept, .. Axes]);
        return Mx.Flatten(moved, kept.Length);
    }

    /// <summary>Factors along the last axis with their tangents.</summary>
    private readonly record struct Pair(NDArray Value, NDArray Tangent)
    {
        public int Length => Value.Shape[^1];

        public Pair Part(int start, int length) => new(
            Slice.Along(Value, Value.Rank - 1, start, length), Slice.Along(Tangent, Value.Rank - 1, start, length));

        public Pair Times(Pair other) => new(Value * other.Value, Value * other.Tangent + Tangent * other.Value);
    }
}
