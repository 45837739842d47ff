using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// x·wᵀ with both quantised: x here and now, and w too if it is given as numbers. Derivatives are those of the product of the quantised numbers,
    /// taken as if quantising changed nothing (straight through).
    /// </summary>
    /// <param name="x">float32, float16 or bfloat16 [..., m, k], where k is whole groups long; a single row may lack the axis m.</param>
    /// <param name="w">Numbers [..., n, k], or packed codes as <see cref="Quantize"/> makes them.</param>
    /// <param name="scales">Those of packed codes; null for numbers.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a code; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for; not affine.</param>
    /// <param name="globalScaleX">For nvfp4: the largest magnitude of x, to which scales are relative.</param>
    /// <param name="globalScaleW">For nvfp4: that of w, or of each matrix of w.</param>
    /// <exception cref="ArgumentException">Shapes, types and format do not fit each other.</exception>
    [Mlx("core.qqmm")]
    public static NDArray QQMM(
        NDArray x, NDArray w, NDArray? scales = null, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.NvFp4,
        NDArray? globalScaleX = null, NDArray? globalScaleW = null) =>
        BothQuantized.Product("QQMM", x, w, scales, groupSize, bits, mode, globalScaleX, globalScaleW);
}

/// <summary>What products of two quantised operands share.</summary>
internal static class BothQuantized
{
    /// <summary>The product with the transpose that a public function calls.</summary>
    public static NDArray Product(
        string function, NDArray x, NDArray w, NDArray? scales, int? groupSize, int? bits, QuantizationMode mode, NDArray? globalScaleX, NDArray? globalScaleW)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(w);
        QuantizationFormat format = Format(function, mode, groupSize, bits);
        NDArray rounded = Rounded(function, format, x, nameof(x), globalScaleX);
        if (scales is null)
            return Mx.MatMul(rounded, Mx.MoveAxis(Rounded(function, format, w, nameof(w), globalScaleW), -1, -2));
        QuantizationArguments.CheckMatrix(function, format, w, scales, null);
        NDArray? factor = GlobalScale.OfProducts(function, mode, globalScaleW, w, null);
        return Scaled(rounded, factor, left => QuantizedMatMul.Of(function, left, w, scales, null, true, groupSize, bits, mode));
    }

    /// <summary>A format of floats.</summary>
    public static QuantizationFormat Format(string function, QuantizationMode mode, int? groupSize, int? bits) => mode != QuantizationMode.Affine
        ? QuantizationArguments.Format(function, mode, groupSize, bits)
        : throw new ArgumentException($"{function}: the mode is {mode}; both operands can be quantised as floats alone.", nameof(mode));

    /// <summary>The numbers that are left of numbers when they are quantised; derivatives go through as if they were the same.</summary>
    public static NDArray Rounded(string function, QuantizationFormat format, NDArray x, string name, NDArray? globalScale)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        NDArray matrix = x.Rank == 1 ? Mx.ExpandDims(x, 0) : x;
        QuantizationArguments.CheckNumbers(function, format, matrix, name);
        NDArray? global = GlobalScale.Of(function, format.Mode, globalScale, matrix);
        (NDArray words, NDArray scales, _) = Quantization.Of(format, Mx.StopGradient(matrix), global);
        NDArray numbers = Mx.Reshape(Dequantization.Numbers(format, words, scales, null, x.DType, global), x.Shape);
        return x - Mx.StopGradient(x) + numbers;
    }

    /// <summary>A product of the left operand times a factor, by way of float32 where there is one.</summary>
    public static NDArray Scaled(NDArray x, NDArray? factor, Func<NDArray, NDArray> product) => factor is null
        ? product(x)
        : Mx.AsType(product(Mx.AsType(x, DType.Float32)) * factor, x.DType);
}
