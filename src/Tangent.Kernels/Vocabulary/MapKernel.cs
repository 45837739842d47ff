namespace Tangent.Kernels;

/// <summary>One scalar expression for every element. All inputs have the output's shape; neighbours fuse.</summary>
internal sealed record MapKernel(Expr Body) : Kernel;
