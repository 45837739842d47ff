using Tangent.Kernels;

namespace Tangent;

/// <summary>The codes of so many bits that lie in the uint32 words of a last axis, as uint8: [..., n] gives [..., 32·n / bits].</summary>
internal sealed record UnpackCodes(int Bits) : Codes
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Bits), Bits)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        Shape words = x[0].Shape;
        return new(words.With(words.Rank - 1, checked((int)((long)words[^1] * 32 / Bits))), DType.UInt8);
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new UnpackCodesKernel(Bits);
}
