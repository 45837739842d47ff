using Tangent.Kernels;

namespace Tangent;

/// <summary>What the ways to write into an array do where each element is written once.</summary>
internal static class ScatterModes
{
    /// <summary>Elements met by values of the same shape and type.</summary>
    public static NDArray Combine(this ScatterMode mode, NDArray x, NDArray values) => mode switch
    {
        ScatterMode.Set => values,
        ScatterMode.Add => x + values,
        ScatterMode.Multiply => x * values,
        ScatterMode.Maximum => Mx.Maximum(x, values),
        _ => Mx.Minimum(x, values),
    };
}
