namespace Tangent.Layers;

/// <summary>How <see cref="Upsample"/> finds what stands between elements.</summary>
public enum UpsampleMode
{
    /// <summary>The nearest element.</summary>
    Nearest,

    /// <summary>A line between two elements, along each axis.</summary>
    Linear,

    /// <summary>A cubic through four elements, along each axis (Keys, 1981, with a = −0.75; with antialiasing −0.5).</summary>
    Cubic,
}
