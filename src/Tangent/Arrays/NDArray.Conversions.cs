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

    /// <summary>A weakly typed scalar: float32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(float value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed scalar: float32, or the type of the array that it meets.</summary>
    public static implicit operator NDArray(double value) => FromLiteral(Scalar.Of(value));

    /// <summary>A weakly typed complex scalar.</summary>
    public static implicit operator NDArray(Complex value) => FromLiteral(Scalar.Of(value));

    /// <summary>A copy, float32.</summary>
    public static implicit operator NDArray(float[] values) => Copy<float>(values, DType.Float32, values.Length);

    /// <summary>A copy, float64.</summary>
    public static implicit operator NDArray(double[] values) => Copy<double>(values, DType.Float64, values.Length);

    /// <summary>A copy, int32.</summary>
    public static implicit operator NDArray(int[] values) => Copy<int>(values, DType.Int32, values.Length);

    /// <summary>A copy, int64.</summary>
    public static implicit operator NDArray(long[] values) => Copy<long>(values, DType.Int64, values.Length);

    /// <summary>A copy, bool.</summary>
    public static implicit operator NDArray(bool[] values) => Copy<bool>(values, DType.Bool, values.Length);

    /// <summary>An array of a shape whose elements are copied from a span in row-major order.</summary>
    internal static unsafe NDArray Copy<T>(ReadOnlySpan<T> values, DType dtype, Shape shape) where T : unmanaged
    {
        BufferView view = BufferView.Allocate(dtype, shape.Lengths);
        MemoryMarshal.AsBytes(values).CopyTo(new Span<byte>(view.Pointer, checked((int)view.Size)));
        GC.KeepAlive(view);
        return new NDArray(new Node(view));
    }

    private static NDArray FromLiteral(Scalar value) => new(Constant.Node(value, value.Kind), value);
}
