namespace Tangent.Layers;

/// <summary>A module with a quantised form, for which <c>Nn.Quantize</c> asks.</summary>
public interface IQuantizable
{
    /// <summary>The quantised form, which keeps nothing of this module; null where it is quantised already.</summary>
    /// <param name="settings">How numbers are quantised.</param>
    /// <exception cref="ArgumentException">The weight does not go into whole groups, or there is no such format.</exception>
    Module? ToQuantized(QuantizationSettings settings);
}
