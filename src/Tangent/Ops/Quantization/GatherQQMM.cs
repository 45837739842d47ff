using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Products of matrices that indices choose, x[lhsIndices]·w[rhsIndices]ᵀ, with both quantised: x here and now, and w too if it is given as
    /// numbers. Indices are those of <see cref="GatherQMM"/>, derivatives those of <see cref="QQMM"/>.
    /// </summary>
    /// <param name="x">float32, float16 or bfloat16 [..., m, k], where k is whole groups long.</param>
    /// <param name="w">Numbers [..., n, k], or packed codes as <see cref="Quantize"/> makes them.</param>
    /// <param name="scales">Those of packed codes; null for numbers.</param>
    /// <param name="lhsIndices">Which matrix of x; null for each in turn.</param>
    /// <param name="rhsIndices">Which matrix of w; null for each in turn.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a code; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for; not affine.</param>
    /// <param name="globalScaleX">For nvfp4: the largest magnitude of x, to which scales are relative.</param>
    /// <param name="globalScaleW">For nvfp4: that of w, or of each matrix of w.</param>
    /// <param name="sortedIndices">Says that the indices ascend; the result is the same.</param>
    /// <exception cref="ArgumentException">Shapes, types and format do not fit each other, or indices are no integers.</exception>
    [Mlx("core.gather_qqmm")]
    public static NDArray GatherQQMM(
        NDArray x, NDArray w, NDArray? scales = null, NDArray? lhsIndices = null, NDArray? rhsIndices = null, int? groupSize = null, int? bits = null,
        QuantizationMode mode = QuantizationMode.NvFp4, NDArray? globalScaleX = null, NDArray? globalScaleW = null, bool sortedIndices = false)
    {
        const string name = "GatherQQMM";
        if (lhsIndices is null && rhsIndices is null)
            return BothQuantized.Product(name, x, w, scales, groupSize, bits, mode, globalScaleX, globalScaleW);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(w);
        QuantizationFormat format = BothQuantized.Format(name, mode, groupSize, bits);
        NDArray rounded = BothQuantized.Rounded(name, format, x, nameof(x), globalScaleX);
        QuantizationArguments.CheckMatrices(name, x);
        if (scales is not null)
        {
            QuantizationArguments.CheckMatrix(name, format, w, scales, null);
            NDArray? factor = GlobalScale.OfProducts(name, mode, globalScaleW, w, rhsIndices);
            return BothQuantized.Scaled(rounded, factor, left => Tangent.GatherQMM.Of(name, left, w, scales, null, lhsIndices, rhsIndices, true, groupSize, bits, mode));
        }
        NDArray numbers = BothQuantized.Rounded(name, format, w, nameof(w), globalScaleW);
        NDArray[] indices = Indices.Align(name, [lhsIndices ?? IndexedMatrices.Numbers(x), rhsIndices ?? IndexedMatrices.Numbers(w)]);
        return MatMul(Take(IndexedMatrices.Stack(rounded), indices[0], 0), MoveAxis(Take(IndexedMatrices.Stack(numbers), indices[1], 0), -1, -2));
    }
}
