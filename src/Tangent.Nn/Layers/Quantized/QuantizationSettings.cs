namespace Tangent.Layers;

/// <summary>How the numbers of a layer are quantised.</summary>
/// <param name="GroupSize">The numbers that share a scale; null for the usual number of the mode: 64, or 32, for nvfp4 16.</param>
/// <param name="Bits">The bits of a number; null for the usual number of the mode: 4, for mxfp8 8.</param>
/// <param name="Mode">What codes and scales stand for.</param>
/// <param name="QuantizeInput">True to quantise what linear layers take, too: <see cref="QQLinear"/>.</param>
public sealed record QuantizationSettings(int? GroupSize = null, int? Bits = null, QuantizationMode Mode = QuantizationMode.Affine, bool QuantizeInput = false)
{
    /// <summary>The numbers that share a scale.</summary>
    internal int Group => GroupSize ?? Mode switch { QuantizationMode.Affine => 64, QuantizationMode.NvFp4 => 16, _ => 32 };

    /// <summary>The bits of a number.</summary>
    internal int Width => Bits ?? (Mode == QuantizationMode.MxFp8 ? 8 : 4);

    /// <summary>What layers print.</summary>
    internal string Details => $"group_size={Group}, bits={Width}, mode={Mode.ToString().ToLowerInvariant()}";
}
