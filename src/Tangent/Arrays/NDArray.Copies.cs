using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tangent.Kernels;

namespace Tangent;

/// <content>Copies out, of one type with the elements. They evaluate the array.</content>
public sealed partial class NDArray
{
    /// <summary>A copy of the elements in row-major order. <typeparamref name="T"/> must be the element type.</summary>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    [Mlx("core.array.tolist")]
    public T[] ToArray<T>() where T : unmanaged
    {
        var result = new T[RequireSpan<T>("ToArray")];
        Copy(Dense(), result.AsSpan());
        return result;
    }

    /// <summary>A copy of a matrix. <typeparamref name="T"/> must be the element type.</summary>
    /// <exception cref="InvalidOperationException">The array has not two axes, or the elements are of another type.</exception>
    public T[,] ToArray2D<T>() where T : unmanaged
    {
        Require<T>("ToArray2D", 2);
        var result = new T[Shape[0], Shape[1]];
        Copy(Dense(), ElementsOf<T>(result));
        return result;
    }

    /// <summary>A copy of an array of three axes. <typeparamref name="T"/> must be the element type.</summary>
    /// <exception cref="InvalidOperationException">The array has not three axes, or the elements are of another type.</exception>
    public T[,,] ToArray3D<T>() where T : unmanaged
    {
        Require<T>("ToArray3D", 3);
        var result = new T[Shape[0], Shape[1], Shape[2]];
        Copy(Dense(), ElementsOf<T>(result));
        return result;
    }

    /// <summary>
    /// A copy as a tensor of the same shape, or of shape [1] for a scalar: .NET has no tensor of one element without axes.
    /// <typeparamref name="T"/> must be the element type.
    /// </summary>
    /// <exception cref="InvalidOperationException">The elements are of another type, or more than an array can hold.</exception>
    public Tensor<T> ToTensor<T>() where T : unmanaged
    {
        var elements = new T[RequireSpan<T>("ToTensor")];
        Copy(Dense(), elements.AsSpan());
        return Tensor.Create(elements, TensorLengths());
    }

    /// <summary>Copies the elements in row-major order. <typeparamref name="T"/> must be the element type.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public void CopyTo<T>(Span<T> destination) where T : unmanaged
    {
        RequireSpan<T>("CopyTo");
        if (destination.Length < Size)
            throw new ArgumentException($"CopyTo: the array has {Size} elements, the destination room for {destination.Length}.", nameof(destination));
        Copy(Dense(), destination);
    }

    private static unsafe void Copy<T>(BufferView dense, Span<T> destination) where T : unmanaged
    {
        new ReadOnlySpan<T>(dense.Pointer, checked((int)dense.Layout.Count)).CopyTo(destination);
        GC.KeepAlive(dense);
    }

    private static Span<T> ElementsOf<T>(Array array) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private void Require<T>(string function, int rank)
    {
        RequireSpan<T>(function);
        if (Rank != rank)
            throw new InvalidOperationException($"{function}: the array has shape {Shape}, not {rank} axes.");
    }

    /// <summary>The number of elements, which are of type <typeparamref name="T"/> and not too many for a span.</summary>
    private int RequireSpan<T>(string function)
    {
        RequireType<T>(function);
        return Size <= Array.MaxLength
            ? (int)Size
            : throw new InvalidOperationException($"{function}: {Spec} has {Size} elements, more than a .NET array or span can hold; take parts of it.");
    }

    private void RequireType<T>(string function)
    {
        if (!ElementTypes.Matches<T>(DType))
            throw new InvalidOperationException($"{function}: the elements are {DType.Name()}, not {typeof(T).Name}; convert with AsType first.");
    }
}
