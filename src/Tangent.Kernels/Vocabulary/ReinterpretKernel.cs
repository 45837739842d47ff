namespace Tangent.Kernels;

/// <summary>The bytes of the input, in row-major order, as elements of the output's type.</summary>
internal sealed record ReinterpretKernel : BufferKernel;
