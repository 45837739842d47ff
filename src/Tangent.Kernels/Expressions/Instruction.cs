namespace Tangent.Kernels;

/// <summary>One step of a <see cref="Program"/>. A, B and C are the indices of earlier steps, -1 where absent.</summary>
/// <remarks>
/// A class, as all that plans are built of: collections of classes are compiled with the runtime, those of our own value
/// types anew in each process, at some 0.1 ms a method.
/// </remarks>
internal sealed record Instruction(ScalarOp Op, DType DType, int A, int B, int C, ulong Bits)
{
    /// <inheritdoc/>
    public bool Equals(Instruction? other) =>
        other is not null && Op == other.Op && DType == other.DType && A == other.A && B == other.B && C == other.C && Bits == other.Bits;

    /// <inheritdoc/>
    public override int GetHashCode() => ((((((int)Op << 8 | (int)DType) * 31 + A) * 31 + B) * 31 + C) * 31 + (int)Bits) * 31 + (int)(Bits >> 32);

    /// <summary>The element of an input.</summary>
    public static Instruction Input(int index, DType dtype) => new(ScalarOp.Input, dtype, -1, -1, -1, (ulong)index);

    /// <summary>A literal given by its representation: the element's bytes, little endian.</summary>
    public static Instruction Constant(DType dtype, ulong bits) => new(ScalarOp.Constant, dtype, -1, -1, -1, bits);

    /// <summary>The value of a step converted to another type.</summary>
    public static Instruction Cast(int step, DType dtype) => new(ScalarOp.Cast, dtype, step, -1, -1, 0);
}
