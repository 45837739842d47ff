using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The numbers that a matrix as <see cref="Quantize"/> makes it stands for. Derivatives go to scales and biases.</summary>
    /// <param name="w">The packed codes, uint32, of two axes or more.</param>
    /// <param name="scales">For each group: floating numbers if the mode is affine, else uint8.</param>
    /// <param name="biases">The same for affine, null for the other modes.</param>
    /// <param name="groupSize">The codes that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a code; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <param name="globalScale">For nvfp4: what the matrix was quantised with.</param>
    /// <param name="dtype">The type of the result; null for that of the scales or, but for affine, bfloat16.</param>
    /// <exception cref="ArgumentException">Shapes, types and format do not fit each other.</exception>
    [Mlx("core.dequantize")]
    public static NDArray Dequantize(
        NDArray w, NDArray scales, NDArray? biases = null, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.Affine,
        NDArray? globalScale = null, DType? dtype = null)
    {
        const string name = "Dequantize";
        QuantizationFormat format = QuantizationArguments.Format(name, mode, groupSize, bits);
        QuantizationArguments.CheckMatrix(name, format, w, scales, biases);
        DType type = dtype ?? (format.HasBiases ? scales.DType : DType.BFloat16);
        if (!type.IsFloating)
            throw new ArgumentException($"{name}: dtype is {type.Name()}; it must be a real floating type.", nameof(dtype));
        return Dequantization.Numbers(format, w, scales, biases, type, GlobalScale.Of(name, mode, globalScale, w));
    }
}

/// <summary>The numbers of a quantised matrix.</summary>
internal static class Dequantization
{
    /// <summary>They, in a type; scales are relative to a global one unless it is null.</summary>
    public static NDArray Numbers(QuantizationFormat format, NDArray words, NDArray scales, NDArray? biases, DType dtype, NDArray? global = null)
    {
        NDArray codes = format.Bits == 8 ? Mx.View(words, DType.UInt8) : new UnpackCodes(format.Bits).Apply(words);
        NDArray groups = Mx.Reshape(codes, new Shape([.. scales.Shape.Lengths, format.GroupSize])), scale = Mx.ExpandDims(scales, -1);
        NDArray numbers = biases is null
            ? Small(format, groups) * Scale(format, scale, global)
            : (Mx.AsType(groups, scales.DType) * scale) + Mx.ExpandDims(biases, -1);
        return Mx.Reshape(Mx.AsType(numbers, dtype), codes.Shape);
    }

    private static NDArray Small(QuantizationFormat format, NDArray codes) =>
        format.Bits == 4 ? SmallNumbers.FromE2M1(codes) : Mx.FromFp8(codes, DType.Float32);

    private static NDArray Scale(QuantizationFormat format, NDArray scales, NDArray? global)
    {
        NDArray scale = format.Mode == QuantizationMode.NvFp4 ? Mx.FromFp8(scales, DType.Float32) : SmallNumbers.FromE8M0(scales);
        return global is null ? scale : scale * global;
    }
}
