namespace Tangent.Kernels;

/// <summary>One step of a <see cref="Program"/>. A, B and C are the indices of earlier steps, -1 where absent.</summary>
internal readonly record struct Instruction(ScalarOp Op, DType DType, int A, int B, int C, ulong Bits);
