using System.Numerics.Tensors;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// A copy of a tensor, of its element type unless another is given; <see cref="Tensor{T}.Empty"/> becomes shape [0].
    /// <see cref="FromTensor"/> makes none.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such element type.</exception>
    public static NDArray Array<T>(Tensor<T> values, DType? dtype = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        return Array(values.AsReadOnlyTensorSpan(), dtype);
    }

    /// <summary>A copy of the elements that a tensor span shows, of their type unless another is given.</summary>
    /// <exception cref="ArgumentException">There is no such element type.</exception>
    public static unsafe NDArray Array<T>(in ReadOnlyTensorSpan<T> values, DType? dtype = null) where T : unmanaged
    {
        DType own = ElementTypes.Require<T>("Array");
        BufferView view = NDArray.Allocate(own, ShapeOf("Array", values.Lengths));
        if (!values.IsEmpty)
            values.FlattenTo(new Span<T>(view.Pointer, checked((int)view.Layout.Count)));
        GC.KeepAlive(view);
        return AsType(new NDArray(new Node(view)), dtype ?? own);
    }

    /// <inheritdoc cref="Array{T}(in ReadOnlyTensorSpan{T}, DType?)"/>
    public static NDArray Array<T>(in TensorSpan<T> values, DType? dtype = null) where T : unmanaged => Array(values.AsReadOnlyTensorSpan(), dtype);
}
