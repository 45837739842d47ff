namespace Tangent.Kernels;

/// <summary>What to compute, as data: the closed vocabulary that primitives are lowered to and executors run.</summary>
internal abstract record Kernel;
