using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Widths of vector registers in bits; 0 stands for none.</summary>
internal static class VectorWidths
{
    /// <summary>The widest that this machine has.</summary>
    public static int Widest =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;
}
