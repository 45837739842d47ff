using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// x·wᵀ, or x·w if not <paramref name="transpose"/>, for a matrix w as <see cref="Quantize"/> makes it, whose numbers are never written to memory:
    /// [..., m, k] with w of [n, k], or of [k, n]. Leading axes broadcast. Derivatives go to x, scales and biases. Sums are taken in float32.
    /// </summary>
    /// <param name="x">Floating numbers; a single row may lack the axis m.</param>
    /// <param name="w">The packed codes, uint32.</param>
    /// <param name="scales">For each group: floating numbers if the mode is affine, else uint8.</param>
    /// <param name="biases">The same for affine, null for the other modes.</param>
    /// <param name="transpose">True to multiply by the transpose, along whose depth the groups lie.</param>
    /// <param name="groupSize">The codes that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a code; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <exception cref="ArgumentException">Shapes, types and format do not fit each other.</exception>
    [Mlx("core.quantized_matmul")]
    public static NDArray QuantizedMatMul(
        NDArray x, NDArray w, NDArray scales, NDArray? biases = null, bool transpose = true, int? groupSize = null, int? bits = null,
        QuantizationMode mode = QuantizationMode.Affine) =>
        Tangent.QuantizedMatMul.Of("QuantizedMatMul", x, w, scales, biases, transpose, groupSize, bits, mode);
}

/// <summary>Products whose leading axes are those of the quantised matrices.</summary>
internal sealed record QuantizedMatMul(QuantizationMode Mode, int GroupSize, int Bits, bool IsTransposed) : QuantizedProduct(Mode, GroupSize, Bits, IsTransposed)
{
    /// <summary>The product that a public function calls, of any shapes that fit each other.</summary>
    public static NDArray Of(
        string function, NDArray x, NDArray w, NDArray scales, NDArray? biases, bool transpose, int? groupSize, int? bits, QuantizationMode mode)
    {
        ArgumentNullException.ThrowIfNull(x);
        QuantizationFormat format = QuantizationArguments.Format(function, mode, groupSize, bits);
        QuantizationArguments.CheckMatrix(function, format, w, scales, biases);
        NDArray[] operands = QuantizationArguments.Operands(function, format, x, w, scales, biases, transpose);
        return new QuantizedMatMul(mode, format.GroupSize, format.Bits, transpose).OfRows(function, operands, x.Rank == 1);
    }

    /// <inheritdoc/>
    public override Parameter[] Parameters =>
        [new(nameof(Mode), Mode), new(nameof(GroupSize), GroupSize), new(nameof(Bits), Bits), new(nameof(IsTransposed), IsTransposed)];

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new QuantizedMatMulKernel(Mode, GroupSize, Bits, IsTransposed, false);

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NDArray numbers = Dequantization.Numbers(Format, x[1], x[2], Format.HasBiases ? x[3] : null, x[0].DType);
        return Mx.MatMul(x[0], IsTransposed ? Mx.MoveAxis(numbers, -1, -2) : numbers);
    }

    /// <inheritdoc/>
    protected override QuantizedProduct Adjoint => this with { IsTransposed = !IsTransposed };

    /// <inheritdoc/>
    protected override Batched MapAll(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    // Rows of a stack that meet one matrix are rows of one; leading axes are repeated without copies.
    private NDArray OfRows(string function, NDArray[] operands, bool isRow)
    {
        NDArray x = isRow ? Mx.ExpandDims(operands[0], 0) : operands[0];
        NDArray product;
        if (operands[1].Rank == 2)
        {
            NDArray rows = Mx.Reshape(x, new Shape([checked((int)(x.Size / Math.Max(1, x.Shape[^1]))), x.Shape[^1]]));
            NDArray sums = Apply([x.Rank == 2 ? x : rows, .. operands[1..]]);
            product = Mx.Reshape(sums, x.Shape.With(x.Rank - 1, sums.Shape[^1]));
        }
        else
        {
            Shape leading = Elementwise.BroadcastShapes(function, new Shape(x.Shape.Lengths[..^2]), new Shape(operands[1].Shape.Lengths[..^2]));
            product = Apply([Spread(x), .. operands[1..].Select(Spread)]);

            NDArray Spread(NDArray array) => Mx.BroadcastTo(array, new Shape([.. leading.Lengths, .. array.Shape.Lengths[^2..]]));
        }
        return isRow ? Mx.Squeeze(product, product.Rank - 2) : product;
    }
}
