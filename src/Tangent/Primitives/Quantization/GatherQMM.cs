using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Products of matrices that indices choose: x[lhsIndices]·w[rhsIndices]ᵀ, or without the transpose, where w is as <see cref="Quantize"/> makes
    /// it. Indices count the matrices of a stack in row-major order, from the end if they are negative; out of range they count as the nearest within.
    /// Both arrays of indices broadcast; the result has their shape and then the axes of a product. The quantised matrices are not copied.
    /// </summary>
    /// <param name="x">Floating numbers [..., m, k].</param>
    /// <param name="w">The packed codes, uint32, of matrices [..., n, k], or [..., k, n].</param>
    /// <param name="scales">For each group: floating numbers if the mode is affine, else uint8.</param>
    /// <param name="biases">The same for affine, null for the other modes.</param>
    /// <param name="lhsIndices">Which matrix of x; null for each in turn.</param>
    /// <param name="rhsIndices">Which matrix of w; null for each in turn.</param>
    /// <param name="transpose">True to multiply by the transpose, along whose depth the groups lie.</param>
    /// <param name="groupSize">The codes that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a code; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <param name="sortedIndices">Says that the indices ascend; the result is the same.</param>
    /// <exception cref="ArgumentException">Shapes, types and format do not fit each other, or indices are no integers.</exception>
    [Mlx("core.gather_qmm")]
    public static NDArray GatherQMM(
        NDArray x, NDArray w, NDArray scales, NDArray? biases = null, NDArray? lhsIndices = null, NDArray? rhsIndices = null, bool transpose = true,
        int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.Affine, bool sortedIndices = false) =>
        Tangent.GatherQMM.Of("GatherQMM", x, w, scales, biases, lhsIndices, rhsIndices, transpose, groupSize, bits, mode);
}

/// <summary>Products with those matrices of a stack along one axis that indices within it, the last input, choose for the leading axes of x.</summary>
internal sealed record GatherQMM(QuantizationMode Mode, int GroupSize, int Bits, bool IsTransposed) : QuantizedProduct(Mode, GroupSize, Bits, IsTransposed)
{
    /// <summary>The products that a public function calls.</summary>
    public static NDArray Of(
        string function, NDArray x, NDArray w, NDArray scales, NDArray? biases, NDArray? lhsIndices, NDArray? rhsIndices, bool transpose,
        int? groupSize, int? bits, QuantizationMode mode)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (lhsIndices is null && rhsIndices is null)
            return Tangent.QuantizedMatMul.Of(function, x, w, scales, biases, transpose, groupSize, bits, mode);
        QuantizationFormat format = QuantizationArguments.Format(function, mode, groupSize, bits);
        QuantizationArguments.CheckMatrix(function, format, w, scales, biases);
        QuantizationArguments.CheckMatrices(function, x);
        NDArray[] operands = QuantizationArguments.Operands(function, format, x, w, scales, biases, transpose);
        NDArray[] indices = Indices.Align(function, [lhsIndices ?? IndexedMatrices.Numbers(x), rhsIndices ?? IndexedMatrices.Numbers(w)]);
        if (indices[0].Size > 0 && (IndexedMatrices.Count(x) == 0 || IndexedMatrices.Count(w) == 0))
            throw new ArgumentException($"{function}: no index is in range for the matrices of x {x.Shape} and w {w.Shape}.", lhsIndices is null ? nameof(rhsIndices) : nameof(lhsIndices));
        NDArray chosen = lhsIndices is null && indices[0].Shape == new Shape(x.Shape.Lengths[..^2]) ? operands[0] : Mx.Take(IndexedMatrices.Stack(operands[0]), indices[0], 0);
        return new GatherQMM(mode, format.GroupSize, format.Bits, transpose).Apply([chosen, .. operands[1..].Select(IndexedMatrices.Stack), indices[1]]);
    }

    /// <inheritdoc/>
    public override Parameter[] Parameters =>
        [new(nameof(Mode), Mode), new(nameof(GroupSize), GroupSize), new(nameof(Bits), Bits), new(nameof(IsTransposed), IsTransposed)];

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new QuantizedMatMulKernel(Mode, GroupSize, Bits, IsTransposed, true);

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NDArray[] chosen = [.. x[1..^1].Select(array => Mx.Take(array, x[^1], 0))];
        return new QuantizedMatMul(Mode, GroupSize, Bits, IsTransposed).Expand([x[0], .. chosen]);
    }

    /// <inheritdoc/>
    protected override QuantizedProduct Adjoint => this with { IsTransposed = !IsTransposed };

    /// <inheritdoc/>
    protected override Batched MapAll(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        NDArray rows = Batching.Spread(x[0], axes[0], 0, length), index = Batching.Spread(x[^1], axes[^1], 0, length);
        if (Array.TrueForAll(axes[1..^1], axis => axis is null))
            return new(Apply([rows, .. x[1..^1], index]), 0);
        // Each example has a stack of its own, and they stand one after the other.
        int matrices = x[1].Shape[axes[1] is 0 ? 1 : 0];
        NDArray[] stacks = [.. x[1..^1].Select((array, i) => Batching.Merge(Batching.Spread(array, axes[i + 1], 0, length), 0))];
        NDArray first = Iota.Along(0, index.Rank, length, DType.Int64) * matrices;
        return new(Apply([rows, .. stacks, FlatIndices.Nearest(index, matrices) + first]), 0);
    }
}
