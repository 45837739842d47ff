namespace Tangent;

/// <summary>Which direction of a Fourier transform of length n is scaled, so that the two undo each other.</summary>
public enum FftNorm
{
    /// <summary>The inverse transform, by 1/n.</summary>
    Backward,
    /// <summary>Both, by 1/√n: they preserve length.</summary>
    Ortho,
    /// <summary>The forward transform, by 1/n.</summary>
    Forward,
}
