namespace Tangent.Kernels;

/// <summary>
/// [..., m, k] times [..., k, n]; the leading axes broadcast.
/// </summary>
internal sealed record MatMulKernel(Program? Epilogue = null) : ProductKernel(Epilogue)
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Epilogue), Epilogue)];
}
