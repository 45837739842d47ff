using System.Runtime.InteropServices;

namespace Tangent.Tests.Golden;

/// <summary>Makes golden arrays for tests.</summary>
public static class GoldenArrays
{
    /// <summary>An array of the given shape.</summary>
    public static GoldenValue.Array Of<T>(DType dtype, int[] shape, params T[] elements) where T : unmanaged =>
        new(dtype, shape, MemoryMarshal.AsBytes<T>(elements).ToArray());
}
