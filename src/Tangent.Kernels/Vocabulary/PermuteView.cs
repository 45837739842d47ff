namespace Tangent.Kernels;

/// <summary>Axis <c>i</c> of the result is axis <c>Order[i]</c> of the input.</summary>
internal sealed record PermuteView(int[] Order) : ViewKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Order), Order)];
}
