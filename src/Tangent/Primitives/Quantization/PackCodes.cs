using Tangent.Kernels;

namespace Tangent;

/// <summary>The lowest bits of the uint8 of a last axis, so many of each, one after the other in uint32 words: [..., n] gives [..., n·bits / 32].</summary>
internal sealed record PackCodes(int Bits) : Codes
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Bits), Bits)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        Shape codes = x[0].Shape;
        return new(codes.With(codes.Rank - 1, checked((int)((long)codes[^1] * Bits / 32))), DType.UInt32);
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new PackCodesKernel(Bits);
}
