using Tangent.Kernels;

namespace Tangent;

/// <summary>What the public functions of quantised matrices share: the formats that there are, and checks.</summary>
internal static class QuantizationArguments
{
    private static readonly int[] AffineBits = [2, 3, 4, 5, 6, 8];
    private static readonly int[] AffineGroups = [32, 64, 128];

    /// <summary>A format, with the usual numbers of the mode where none are given.</summary>
    public static QuantizationFormat Format(string function, QuantizationMode mode, int? groupSize, int? bits)
    {
        (int[] groups, int[] widths, int usualGroup, int usualBits) = mode switch
        {
            QuantizationMode.Affine => (AffineGroups, AffineBits, 64, 4),
            QuantizationMode.MxFp4 => ([32], [4], 32, 4),
            QuantizationMode.MxFp8 => ([32], [8], 32, 8),
            QuantizationMode.NvFp4 => ([16], [4], 16, 4),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, $"{function}: there is no mode {mode}."),
        };
        if (groupSize is { } size && !groups.Contains(size))
            throw new ArgumentException($"{function}: groups of {size} are not among those of {mode}: {string.Join(", ", groups)}.", nameof(groupSize));
        if (bits is { } width && !widths.Contains(width))
            throw new ArgumentException($"{function}: {width} bits are not among those of {mode}: {string.Join(", ", widths)}.", nameof(bits));
        return new(mode, groupSize ?? usualGroup, bits ?? usualBits);
    }

    /// <summary>Refuses arrays that do not make up a quantised matrix, or a stack of them.</summary>
    public static void CheckMatrix(string function, QuantizationFormat format, NDArray w, NDArray scales, NDArray? biases)
    {
        ArgumentNullException.ThrowIfNull(w);
        ArgumentNullException.ThrowIfNull(scales);
        if (w.DType != DType.UInt32)
            throw new ArgumentException($"{function}: w is {w.DType.Name()}; packed codes are uint32.", nameof(w));
        if (w.Rank < 2)
            throw new ArgumentException($"{function}: w {w.Shape} needs two axes or more.", nameof(w));
        CheckTypes(function, format, scales, biases);
        CheckGroups(function, format, w, scales, nameof(scales));
        if (biases is not null)
            CheckGroups(function, format, w, biases, nameof(biases));
    }

    /// <summary>Refuses what is no stack of matrices.</summary>
    public static void CheckMatrices(string function, NDArray x)
    {
        if (x.Rank < 2)
            throw new ArgumentException($"{function}: x {x.Shape} needs two axes or more.", nameof(x));
    }

    /// <summary>x, w, scales and, where there are any, biases, all but w in the type of the result, or scales as bytes.</summary>
    public static NDArray[] Operands(string function, QuantizationFormat format, NDArray x, NDArray w, NDArray scales, NDArray? biases, bool transpose)
    {
        if (x.Rank == 0)
            throw new ArgumentException($"{function}: x needs an axis.", nameof(x));
        int depth = transpose ? checked(scales.Shape[^1] * format.GroupSize) : w.Shape[^2];
        if (x.Shape[^1] != depth)
            throw new ArgumentException($"{function}: the last axis of x {x.Shape} is not the {depth} of the {(transpose ? "columns" : "rows")} of w {w.Shape}, {format.Bits} bits each.", nameof(x));
        DType dtype = biases is null ? x.DType : Elementwise.CommonType(x, scales);
        if (!dtype.IsFloating)
            throw new ArgumentException($"{function}: x is {x.DType.Name()}; it must be of real floating numbers.", nameof(x));
        NDArray left = Elementwise.ToType(function, x, dtype);
        return biases is null ? [left, w, scales] : [left, w, Elementwise.ToType(function, scales, dtype), Elementwise.ToType(function, biases, dtype)];
    }

    /// <summary>Refuses what has no quantised form: other than real floating numbers, in whole groups, in matrices.</summary>
    public static void CheckNumbers(string function, QuantizationFormat format, NDArray x, string name)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.DType is not (DType.Float32 or DType.Float16 or DType.BFloat16))
            throw new ArgumentException($"{function}: {name} is {x.DType.Name()}; float32, float16 and bfloat16 can be quantised.", name);
        if (x.Rank < 2)
            throw new ArgumentException($"{function}: {name} {x.Shape} needs two axes or more.", name);
        if (x.Shape[^1] % format.GroupSize != 0)
            throw new ArgumentException($"{function}: the last axis of {name} {x.Shape} does not fall into groups of {format.GroupSize}.", name);
    }

    private static void CheckTypes(string function, QuantizationFormat format, NDArray scales, NDArray? biases)
    {
        if (format.HasBiases && biases is null)
            throw new ArgumentException($"{function}: the mode {format.Mode} needs biases.", nameof(biases));
        if (!format.HasBiases && biases is not null)
            throw new ArgumentException($"{function}: the mode {format.Mode} has no biases.", nameof(biases));
        if (!format.HasBiases && scales.DType != DType.UInt8)
            throw new ArgumentException($"{function}: scales are {scales.DType.Name()}; those of {format.Mode} are uint8.", nameof(scales));
        if (format.HasBiases && !scales.DType.IsFloating)
            throw new ArgumentException($"{function}: scales are {scales.DType.Name()}; those of {format.Mode} are real floating numbers.", nameof(scales));
        if (biases is not null && biases.DType != scales.DType)
            throw new ArgumentException($"{function}: biases are {biases.DType.Name()}, scales {scales.DType.Name()}.", nameof(biases));
    }

    private static void CheckGroups(string function, QuantizationFormat format, NDArray w, NDArray groups, string name)
    {
        bool fits = groups.Rank == w.Rank && groups.Shape.AsSpan()[..^1].SequenceEqual(w.Shape.AsSpan()[..^1]);
        if (!fits || 32L * w.Shape[^1] != (long)groups.Shape[^1] * format.GroupSize * format.Bits)
            throw new ArgumentException($"{function}: {name} {groups.Shape} are not those of w {w.Shape} in groups of {format.GroupSize} codes of {format.Bits} bits.", name);
    }
}
