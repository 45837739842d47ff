namespace Tangent.Kernels;

/// <summary>Axis <c>i</c> of the result is axis <c>Order[i]</c> of the input.</summary>
internal sealed record PermuteView(int[] Order) : ViewKernel
{
    /// <inheritdoc/>
    public override Layout Apply(Layout x)
    {
        var shape = new int[Order.Length];
        var strides = new long[Order.Length];
        for (int axis = 0; axis < Order.Length; axis++)
        {
            shape[axis] = x.Shape[Order[axis]];
            strides[axis] = x.Strides[Order[axis]];
        }
        return new Layout(shape, strides, x.Offset);
    }
}
