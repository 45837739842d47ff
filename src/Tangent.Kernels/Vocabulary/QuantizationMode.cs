namespace Tangent;

/// <summary>How numbers are held in a few bits each, with a scale for every group of neighbours along the last axis.</summary>
public enum QuantizationMode
{
    /// <summary>Whole numbers of 2, 3, 4, 5, 6 or 8 bits, times a scale and plus a bias, in groups of 32, 64 or 128.</summary>
    Affine,
    /// <summary>Floats of 4 bits (E2M1) times a power of two (E8M0), in groups of 32.</summary>
    MxFp4,
    /// <summary>Floats of 8 bits (E4M3) times a power of two (E8M0), in groups of 32.</summary>
    MxFp8,
    /// <summary>Floats of 4 bits (E2M1) times a float of 8 bits (E4M3), in groups of 16.</summary>
    NvFp4,
}
