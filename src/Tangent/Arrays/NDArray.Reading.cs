using System.Numerics.Tensors;
using Tangent.Kernels;

namespace Tangent;

/// <content>
/// The elements to read where they lie: no copy is made if they are contiguous in row-major order. They are lent to a function
/// for as long as it runs, so that no span outlives the memory.
/// </content>
public sealed partial class NDArray
{
    /// <summary>
    /// What a function makes of the elements in row-major order, which it reads where they lie. Evaluates the array.
    /// <typeparamref name="T"/> must be the element type.
    /// </summary>
    /// <example><code>
    /// NDArray x = new float[] { 3, 4 };
    /// float norm = x.Read((ReadOnlySpan&lt;float&gt; elements) => System.Numerics.Tensors.TensorPrimitives.Norm(elements));
    /// Console.WriteLine(norm); // 5
    /// </code></example>
    /// <exception cref="InvalidOperationException">The elements are of another type, or more than a span can hold.</exception>
    public unsafe TResult Read<T, TResult>(Func<ReadOnlySpan<T>, TResult> read) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(read);
        int count = RequireSpan<T>("Read");
        BufferView view = Dense();
        TResult result = read(new ReadOnlySpan<T>(view.Pointer, count));
        GC.KeepAlive(view);
        return result;
    }

    /// <summary>Lets a function read the elements in row-major order where they lie; see <see cref="Read{T, TResult}"/>.</summary>
    /// <exception cref="InvalidOperationException">The elements are of another type, or more than a span can hold.</exception>
    public void Read<T>(Action<ReadOnlySpan<T>> read) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(read);
        Read((ReadOnlySpan<T> elements) =>
        {
            read(elements);
            return 0;
        });
    }

    /// <summary>
    /// What a function makes of the elements in the array's shape, which it reads where they lie; of a scalar they have shape [1],
    /// since a tensor span has an axis. Evaluates the array. <typeparamref name="T"/> must be the element type.
    /// </summary>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public unsafe TResult ReadTensor<T, TResult>(Func<ReadOnlyTensorSpan<T>, TResult> read) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(read);
        RequireType<T>("ReadTensor");
        BufferView view = Dense();
        TResult result = read(Size == 0
            ? Tensor.CreateFromShape<T>(TensorLengths()).AsReadOnlyTensorSpan()
            : new ReadOnlyTensorSpan<T>((T*)view.Pointer, checked((nint)Size), TensorLengths()));
        GC.KeepAlive(view);
        return result;
    }

    /// <summary>Lets a function read the elements in the array's shape where they lie; see <see cref="ReadTensor{T, TResult}"/>.</summary>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public void ReadTensor<T>(Action<ReadOnlyTensorSpan<T>> read) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(read);
        ReadTensor((ReadOnlyTensorSpan<T> elements) =>
        {
            read(elements);
            return 0;
        });
    }

    // .NET's tensors have no rank 0 that holds an element.
    private nint[] TensorLengths() => Rank == 0 ? [1] : Array.ConvertAll(Shape.Lengths, length => (nint)length);
}
