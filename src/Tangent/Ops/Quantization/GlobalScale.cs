namespace Tangent;

/// <summary>What scales of 8 bits are relative to: such that the largest magnitude of all meets the largest scale.</summary>
internal static class GlobalScale
{
    private const float LargestProduct = Fp8.Largest * SmallNumbers.LargestE2M1;

    /// <summary>The factor of all scales, to broadcast to the groups of a stack of matrices; null for none.</summary>
    public static NDArray? Of(string function, QuantizationMode mode, NDArray? largest, NDArray matrices) =>
        largest is null ? null : Factor(function, mode, largest, new Shape(matrices.Shape.Lengths[..^2]), 3);

    /// <summary>The factor of each matrix of a product, or of each that indices choose; null for none.</summary>
    public static NDArray? OfProducts(string function, QuantizationMode mode, NDArray? largest, NDArray matrices, NDArray? indices)
    {
        if (largest is null)
            return null;
        NDArray factor = Factor(function, mode, largest, new Shape(matrices.Shape.Lengths[..^2]), 0);
        if (factor.Rank == 0)
            return factor;
        NDArray each = Mx.BroadcastTo(factor, new Shape(matrices.Shape.Lengths[..^2]));
        NDArray chosen = indices is null ? each : Mx.Take(Mx.Flatten(each), indices, 0);
        return Mx.Reshape(chosen, new Shape([.. chosen.Shape.Lengths, 1, 1]));
    }

    private static NDArray Factor(string function, QuantizationMode mode, NDArray largest, Shape leading, int added)
    {
        if (mode != QuantizationMode.NvFp4)
            throw new ArgumentException($"{function}: the mode {mode} has no global scale.", nameof(largest));
        if (!largest.DType.IsFloating || !BroadcastTo.Fits(largest.Shape, leading))
            throw new ArgumentException($"{function}: the global scale {largest.Spec} is no real floating number, nor one for each of the matrices {leading}.", nameof(largest));
        NDArray factor = Mx.AsType(largest, DType.Float32) / LargestProduct;
        return factor.Rank == 0 ? factor : Mx.Reshape(factor, new Shape([.. factor.Shape.Lengths, .. Enumerable.Repeat(1, added)]));
    }
}
