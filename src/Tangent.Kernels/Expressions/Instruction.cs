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
    public override int GetHashCode()
    {
        var code = new HashCode();
        code.Add((int)Op << 8 | (int)DType);
        code.Add(A);
        code.Add(B);
        code.Add(C);
        code.Add((int)Bits);
        code.Add((int)(Bits >> 32));
        return code.ToHashCode();
    }
}
