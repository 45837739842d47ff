namespace Tangent.Kernels;

/// <summary>Work on the matrices that the last two axes span, of float32, float64 or complex64; the leading axes of all inputs and outputs are the same.</summary>
internal abstract record LinearAlgebraKernel : BufferKernel;
