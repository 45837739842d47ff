namespace Tangent.Kernels;

/// <summary>
/// Sums of products that an epilogue, if there is one, turns into the output: a program that makes the output's elements of the sums,
/// its input 0, and of elements of further inputs, which have the output's shape.
/// </summary>
internal abstract record ProductKernel(Program? Epilogue) : BufferKernel;
