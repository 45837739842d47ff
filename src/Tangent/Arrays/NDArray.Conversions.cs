using System.Numerics;
using System.Runtime.InteropServices;
using Tangent.Kernels;

namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>A weakly typed scalar.</summary>
    public static implicit operator NDArray(bool value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: int32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(int value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: int32, int64 where it does not fit, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(long value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: int32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(byte value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: int32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(sbyte value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: int32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(short value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: int32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(ushort value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: int32, int64 where it does not fit, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(uint value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: float32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(float value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: float32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(double value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: uint64 where int64 is too small, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(ulong value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: float32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(Half value) => FromLiteral(Scalar.Of((double)value));

    /// <summary>A weakly typed scalar: float32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(BFloat16 value) => FromLiteral(Scalar.Of((double)(float)value));

    /// <summary>A weakly typed complex scalar.</summary>
    public static implicit operator NDArray(Complex64 value) => FromLiteral(Scalar.Of(new Complex(value.Real, value.Imaginary)));

    /// <summary>A weakly typed complex scalar.</summary>
    public static implicit operator NDArray(Complex value) => FromLiteral(Scalar.Of(value));

    /// <summary>An array of a shape whose elements are copied from a span in row-major order.</summary>
    internal static unsafe NDArray Copy<T>(ReadOnlySpan<T> values, DType dtype, Shape shape) where T : unmanaged
    {
        BufferView view = Allocate(dtype, shape);
        MemoryMarshal.AsBytes(values).CopyTo(new Span<byte>(view.Pointer, checked((int)view.Size)));
        GC.KeepAlive(view);
        return new NDArray(new Node(view));
    }

    /// <summary>Memory for an array that is made from values of .NET.</summary>
    internal static BufferView Allocate(DType dtype, Shape shape)
    {
        try
        {
            return BufferView.Allocate(dtype, shape.Lengths);
        }
        catch (InsufficientMemoryException error)
        {
            throw MemoryErrors.In("Array", new(shape, dtype), error);
        }
    }

    private static NDArray FromLiteral(Scalar value) => new(Constant.Node(value, value.Kind), value);
}
