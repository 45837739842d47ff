using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The product of [..., m, k] and [..., k, n] with square blocks of the operands and of the result masked: what a bool mask leaves out is zero and neither read nor computed;
    /// numbers are factors. A mask has an element for each block, those at the ends that are not whole included. Leading axes broadcast, those of masks too. Integers become float32.
    /// </summary>
    /// <param name="a">[..., m, k]; one axis is a row, which vanishes from the result.</param>
    /// <param name="b">[..., k, n]; one axis is a column, which vanishes from the result.</param>
    /// <param name="blockSize">The side of a block: 32 or 64.</param>
    /// <param name="maskOut">[..., m/blockSize, n/blockSize], rounded up.</param>
    /// <param name="maskLhs">[..., m/blockSize, k/blockSize], rounded up.</param>
    /// <param name="maskRhs">[..., k/blockSize, n/blockSize], rounded up.</param>
    /// <exception cref="ArgumentException">The block size is another, the inner lengths differ, or a mask does not fit.</exception>
    [Mlx("core.block_masked_mm")]
    public static NDArray BlockMaskedMM(NDArray a, NDArray b, int blockSize = 64, NDArray? maskOut = null, NDArray? maskLhs = null, NDArray? maskRhs = null)
    {
        const string name = "BlockMaskedMM";
        if (blockSize is not (32 or 64))
            throw new ArgumentOutOfRangeException(nameof(blockSize), blockSize, $"{name}: the block size {blockSize} is neither 32 nor 64.");
        (NDArray x, NDArray y) = Tangent.MatMul.Matrices(name, a, b, nameof(a), nameof(b));
        BlockMask.Require(name, nameof(maskOut), maskOut, x.Shape[^2], y.Shape[^1], blockSize);
        BlockMask.Require(name, nameof(maskLhs), maskLhs, x.Shape[^2], x.Shape[^1], blockSize);
        BlockMask.Require(name, nameof(maskRhs), maskRhs, y.Shape[^2], y.Shape[^1], blockSize);
        Shape lead = Shape.Scalar;
        foreach (NDArray? array in (NDArray?[])[x, y, maskOut, maskLhs, maskRhs])
            if (array is not null)
                lead = Elementwise.BroadcastShapes(name, lead, new Shape(array.Shape.Lengths[..^2]));
        (x, maskLhs) = BlockMask.Scale(x, maskLhs, blockSize);
        (y, maskRhs) = BlockMask.Scale(y, maskRhs, blockSize);
        NDArray? chosen = maskOut?.DType == DType.Bool ? maskOut : null;
        NDArray product = chosen is null && maskLhs is null && maskRhs is null
            ? Tangent.MatMul.Of(name, x, y, nameof(a), nameof(b))
            : Tangent.BlockMaskedMM.Of(blockSize, Spread(x)!, Spread(y)!, Spread(chosen), Spread(maskLhs), Spread(maskRhs));
        if (maskOut is not null && chosen is null)
            product = BlockMask.Scale(product, maskOut, blockSize).Scaled;
        int[] last = [.. a.Rank == 1 ? [] : new[] { x.Shape[^2] }, .. b.Rank == 1 ? [] : new[] { y.Shape[^1] }];
        return Reshape(product, new Shape([.. lead, .. last]));

        NDArray? Spread(NDArray? array) => array is null ? null : BroadcastTo(array, new Shape([.. lead, array.Shape[^2], array.Shape[^1]]));
    }
}

/// <summary>The product of [..., m, k] and [..., k, n] without the blocks that bool masks leave out, of the output, the left and the right operand in this order. Linear in either operand.</summary>
internal sealed record BlockMaskedMM(int BlockSize, BlockMasks Masks) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(BlockSize), BlockSize), new(nameof(Masks), Masks)];

    /// <summary>The product, with the masks that are there; all have the same leading axes.</summary>
    public static NDArray Of(int blockSize, NDArray x, NDArray y, NDArray? output, NDArray? left, NDArray? right)
    {
        BlockMasks masks = (output is null ? 0 : BlockMasks.Output) | (left is null ? 0 : BlockMasks.Left) | (right is null ? 0 : BlockMasks.Right);
        return new BlockMaskedMM(blockSize, masks).Apply([x, y, .. Tangents.Present([output, left, right])]);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape([.. x[0].Shape.Lengths[..^1], x[1].Shape[^1]]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new BlockMaskedProductKernel(BlockSize, Masks);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? Apply([first, .. x[1..]]) : null,
        dx[1] is { } second ? Apply([x[0], second, .. x[2..]]) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct)
    {
        var result = new NDArray?[x.Length];
        result[0] = active[0] ? CotangentOfX(ct, x[1], x) : null;
        result[1] = active[1] ? CotangentOfY(ct, x[0], x) : null;
        return result;
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input < 2 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs)
    {
        var result = new NDArray?[x.Length];
        if (x[0] is { } first)
            result[1] = CotangentOfY(ct, first, x);
        else
            result[0] = CotangentOfX(ct, Known(x[1]), x);
        return result;
    }

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    // What was left out of an operand is left out of its cotangent, and of the result's cotangent what was left out of the result.
    private NDArray CotangentOfX(NDArray ct, NDArray y, NDArray?[] x) =>
        Of(BlockSize, ct, Flip(y)!, Mask(x, BlockMasks.Left), Mask(x, BlockMasks.Output), Flip(Mask(x, BlockMasks.Right)));

    private NDArray CotangentOfY(NDArray ct, NDArray left, NDArray?[] x) =>
        Of(BlockSize, Flip(left)!, ct, Mask(x, BlockMasks.Right), Flip(Mask(x, BlockMasks.Left)), Mask(x, BlockMasks.Output));

    private NDArray? Mask(NDArray?[] x, BlockMasks which)
    {
        if (!Masks.HasFlag(which))
            return null;
        int before = 0;
        for (int mask = 1; mask < (int)which; mask *= 2)
            before += Masks.HasFlag((BlockMasks)mask) ? 1 : 0;
        return x[2 + before];
    }

    private static NDArray? Flip(NDArray? x) => x is null ? null : Mx.SwapAxes(x, -1, -2);
}
