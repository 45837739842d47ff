namespace Tangent.Kernels;

/// <summary>The elements of the input in row-major order, under the output's shape.</summary>
internal sealed record RowMajorKernel : BufferKernel
{
    /// <summary>The only one.</summary>
    public static readonly RowMajorKernel Instance = new();
}
