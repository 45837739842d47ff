using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>What the machine's vector registers are.</summary>
internal static class Lanes
{
    /// <summary>The widest register that the hardware runs at full speed: 512, 256 or 128 bits.</summary>
    public static int WidestBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>The error for an operation that integers of type <typeparamref name="T"/> do not have.</summary>
    public static NotSupportedException NotFloating<T>(string operation) =>
        new($"{operation}: lanes of {typeof(T).Name} do not have it, only Single and Double do.");
}
