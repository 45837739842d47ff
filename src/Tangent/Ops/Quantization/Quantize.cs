using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Numbers in a few bits each: packed codes, a scale for each group of neighbours along the last axis and, in affine mode, a bias. Codes are
    /// those of the nearest numbers. A group with NaN becomes NaN. Derivatives go through scales and biases; codes have none.
    /// </summary>
    /// <param name="w">float32, float16 or bfloat16, of two axes or more; the last is whole groups long.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode: 64, or 32, for nvfp4 16.</param>
    /// <param name="bits">The bits of a code; null for the usual number of the mode: 4, for mxfp8 8.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <param name="globalScale">For nvfp4: the largest magnitude of all, or of each matrix, to which scales are relative.</param>
    /// <returns>The codes in uint32 words [..., n·bits / 32], from the lowest bit on; scales [..., n / groupSize], of the type of w or, but for affine, uint8; biases like these, or null.</returns>
    /// <exception cref="ArgumentException">Shape, type and format do not fit each other.</exception>
    [Mlx("core.quantize")]
    public static (NDArray W, NDArray Scales, NDArray? Biases) Quantize(
        NDArray w, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.Affine, NDArray? globalScale = null)
    {
        QuantizationFormat format = QuantizationArguments.Format("Quantize", mode, groupSize, bits);
        QuantizationArguments.CheckNumbers("Quantize", format, w, nameof(w));
        return Quantization.Of(format, w, GlobalScale.Of("Quantize", mode, globalScale, w));
    }
}

/// <summary>Codes, scales and biases of numbers.</summary>
internal static class Quantization
{
    // Scales are no closer to 0, as in MLX.
    private const double LeastStep = 1e-7;

    private static readonly double[] MiddlesOfE2M1 = [0.25, 0.75, 1.25, 1.75, 2.5, 3.5, 5];

    /// <summary>The quantised form, where scales are relative to a global one unless it is null.</summary>
    public static (NDArray W, NDArray Scales, NDArray? Biases) Of(QuantizationFormat format, NDArray x, NDArray? global)
    {
        NDArray groups = Mx.Reshape(x, new Shape([.. x.Shape.Lengths[..^1], x.Shape[^1] / format.GroupSize, format.GroupSize]));
        (NDArray codes, NDArray scales, NDArray? biases) = format.Mode switch
        {
            QuantizationMode.Affine => Affine(groups, (1 << format.Bits) - 1),
            QuantizationMode.NvFp4 => WithSmallScales(groups, global),
            _ => WithPowers(groups, format.Bits),
        };
        NDArray bytes = Mx.Reshape(codes, x.Shape);
        NDArray words = format.Bits == 8 ? Mx.View(bytes, DType.UInt32) : new PackCodes(format.Bits).Apply(bytes);
        return (words, Mx.Squeeze(scales, -1), biases is null ? null : Mx.Squeeze(biases, -1));
    }

    // The edge of larger magnitude is met exactly, and so is 0, as far as the type goes.
    private static (NDArray Codes, NDArray Scales, NDArray? Biases) Affine(NDArray groups, int most)
    {
        NDArray x = Mx.AsType(groups, DType.Float32);
        NDArray low = Mx.Min(x, axis: -1, keepdims: true), high = Mx.Max(x, axis: -1, keepdims: true);
        NDArray isLow = Mx.Greater(Mx.Abs(low), Mx.Abs(high));
        NDArray step = Mx.Maximum((high - low) / most, LeastStep), signed = Mx.Where(isLow, step, -step), edge = Mx.Where(isLow, low, high);
        NDArray steps = Mx.Round(edge / signed), isZero = Mx.Equal(steps, 0);
        NDArray scale = Mx.Where(isZero, signed, edge / steps), bias = Mx.Where(isZero, 0, edge);
        // By way of the type that registers convert floats to.
        NDArray codes = Mx.AsType(Mx.AsType(Mx.Clip(Mx.Round((x - bias) / scale), 0, most), DType.Int32), DType.UInt8);
        return (codes, Mx.AsType(scale, groups.DType), Mx.AsType(bias, groups.DType));
    }

    // The nearest power of two takes the largest magnitude to that of the codes.
    private static (NDArray Codes, NDArray Scales, NDArray? Biases) WithPowers(NDArray groups, int bits)
    {
        NDArray largest = Largest(groups) / (bits == 4 ? SmallNumbers.LargestE2M1 : Fp8.Largest);
        NDArray exponent = Mx.Where(Mx.Equal(largest, 0), 0, Mx.Clip(Mx.Round(Mx.Log2(largest)), -127, 127));
        NDArray scales = Mx.AsType(Mx.Where(Mx.IsFinite(largest), exponent + 127, 255), DType.UInt8);
        NDArray scaled = Mx.AsType(groups, DType.Float32) / SmallNumbers.FromE8M0(scales);
        return (bits == 4 ? ToE2M1(scaled) : Mx.ToFp8(scaled), scales, null);
    }

    private static (NDArray Codes, NDArray Scales, NDArray? Biases) WithSmallScales(NDArray groups, NDArray? global)
    {
        NDArray largest = Largest(groups) / SmallNumbers.LargestE2M1;
        NDArray scales = Mx.ToFp8(global is null ? largest : Mx.AsType(largest, DType.Float32) / global);
        NDArray scale = global is null ? Mx.FromFp8(scales, groups.DType) : Mx.FromFp8(scales, DType.Float32) * global;
        NDArray codes = ToE2M1(Mx.Where(Mx.Equal(scale, 0), 0, groups / scale));
        return (codes, scales, null);
    }

    private static NDArray Largest(NDArray groups) => Mx.Max(Mx.Abs(Mx.StopGradient(groups)), axis: -1, keepdims: true);

    // The nearest; of two the one of smaller magnitude, and no −0, as in MLX.
    private static NDArray ToE2M1(NDArray x)
    {
        NDArray magnitude = Mx.Abs(x);
        NDArray code = MiddlesOfE2M1.Select(middle => Mx.AsType(Mx.Greater(magnitude, middle), DType.UInt8)).Aggregate((sum, next) => sum + next);
        return Mx.Where(Mx.LogicalAnd(Mx.Less(x, 0), Mx.Greater(code, 0)), code + 8, code);
    }
}
