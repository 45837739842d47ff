namespace Tangent.Kernels;

/// <summary>The machine that arrays lie on.</summary>
internal static class Machine
{
    /// <summary>The processor, unless a test puts another in its place.</summary>
    public static IDevice Device { get; set; } = new CpuDevice();

    /// <summary>A dense row-major array with memory of its own, not cleared.</summary>
    public static BufferView Allocate(this IDevice device, DType dtype, Layout layout) =>
        new(device.Allocate(checked(layout.Count * dtype.Size)), dtype, layout);
}
