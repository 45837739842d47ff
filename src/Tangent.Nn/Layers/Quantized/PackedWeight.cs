namespace Tangent.Layers;

/// <summary>A matrix as <c>Mx.Quantize</c> makes it.</summary>
/// <param name="Codes">uint32 words [rows, words].</param>
/// <param name="Scales">[rows, groups].</param>
/// <param name="Biases">The same; null but for affine.</param>
internal readonly record struct PackedWeight(NDArray Codes, NDArray Scales, NDArray? Biases)
{
    /// <summary>The quantised form of numbers; an error names the layer.</summary>
    public static PackedWeight Of(string layer, NDArray weight, QuantizationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (weight.NDim == 2 && weight.Shape[1] % settings.Group != 0)
            throw new ArgumentException($"{layer}: rows of the weight {weight.Shape} are not whole groups of {settings.Group}.", nameof(settings));
        (NDArray codes, NDArray scales, NDArray? biases) = Mx.Quantize(Mx.StopGradient(weight), settings.GroupSize, settings.Bits, settings.Mode);
        return new(codes, scales, biases);
    }
}
