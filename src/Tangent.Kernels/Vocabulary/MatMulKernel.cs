namespace Tangent.Kernels;

/// <summary>
/// [..., m, k] times [..., k, n]; the leading axes broadcast. The epilogue, if there is one, makes the output's elements of
/// the product's, its input 0, and of those of further inputs, which have the output's shape.
/// </summary>
internal sealed record MatMulKernel(Program? Epilogue = null) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Epilogue), Epilogue)];
}
