namespace Tangent.Kernels;

/// <summary>
/// [..., m, k] times a quantised matrix, whose words, scales and biases are the next inputs, with the same leading axes: [..., n, k]
/// transposed, else [..., k, n]. Indexed, there is one more input, of the leading axes' shape, whose indices choose among matrices along
/// one leading axis.
/// </summary>
internal sealed record QuantizedMatMulKernel(
    QuantizationMode Mode, int GroupSize, int Bits, bool IsTransposed, bool IsIndexed, Program? Epilogue = null) : ProductKernel(Epilogue)
{
    /// <inheritdoc/>
    public override Parameter[] Parameters =>
    [
        new(nameof(Mode), Mode), new(nameof(GroupSize), GroupSize), new(nameof(Bits), Bits),
        new(nameof(IsTransposed), IsTransposed), new(nameof(IsIndexed), IsIndexed), new(nameof(Epilogue), Epilogue),
    ];

    /// <summary>How the matrix is stored.</summary>
    public QuantizationFormat Format => new(Mode, GroupSize, Bits);

    /// <summary>The inputs before those of the epilogue.</summary>
    public int Inputs => 1 + Format.Arrays + (IsIndexed ? 1 : 0);
}
