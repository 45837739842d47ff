using System.Numerics;
using Tangent.Kernels;

namespace Tangent;

/// <content>Conversions of an array of one element to a number. They evaluate the array.</content>
public sealed partial class NDArray
{
    /// <summary>The element of an array of size 1, whether it is not zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element.</exception>
    [Mlx("core.array.__bool__")]
    public static explicit operator bool(NDArray x) => Of(x).To<bool>(DType.Bool);

    /// <summary>The element of an array of size 1, as int32, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    [Mlx("core.array.__int__")]
    public static explicit operator int(NDArray x) => Of(x).ToReal<int>(DType.Int32);

    /// <summary>The element of an array of size 1, as int64, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator long(NDArray x) => Of(x).ToReal<long>(DType.Int64);

    /// <summary>The element of an array of size 1, as int8, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator sbyte(NDArray x) => Of(x).ToReal<sbyte>(DType.Int8);

    /// <summary>The element of an array of size 1, as int16, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator short(NDArray x) => Of(x).ToReal<short>(DType.Int16);

    /// <summary>The element of an array of size 1, as uint8, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator byte(NDArray x) => Of(x).ToReal<byte>(DType.UInt8);

    /// <summary>The element of an array of size 1, as uint16, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator ushort(NDArray x) => Of(x).ToReal<ushort>(DType.UInt16);

    /// <summary>The element of an array of size 1, as uint32, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator uint(NDArray x) => Of(x).ToReal<uint>(DType.UInt32);

    /// <summary>The element of an array of size 1, as uint64, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator ulong(NDArray x) => Of(x).ToReal<ulong>(DType.UInt64);

    /// <summary>The element of an array of size 1, as float16.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator Half(NDArray x) => Of(x).ToReal<Half>(DType.Float16);

    /// <summary>The element of an array of size 1, as bfloat16.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator BFloat16(NDArray x) => Of(x).ToReal<BFloat16>(DType.BFloat16);

    /// <summary>The element of an array of size 1, as float32.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    [Mlx("core.array.__float__")]
    public static explicit operator float(NDArray x) => Of(x).ToReal<float>(DType.Float32);

    /// <summary>The element of an array of size 1, as float64.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator double(NDArray x) => Of(x).ToReal<double>(DType.Float64);

    /// <summary>The element of an array of size 1 as a complex number; real numbers keep float64 accuracy.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element.</exception>
    [Mlx("core.array.__complex__")]
    public static explicit operator Complex(NDArray x) =>
        Of(x).DType.IsComplex ? x.Item<Complex64>() : x.To<double>(DType.Float64);

    private static NDArray Of(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x;
    }

    private T ToReal<T>(DType dtype) where T : unmanaged => DType.IsComplex
        ? throw new InvalidOperationException($"A complex64 array cannot become {typeof(T).Name}; take Mx.Real, Mx.Imag or Mx.Abs first.")
        : To<T>(dtype);

    private T To<T>(DType dtype) where T : unmanaged => (Size == 1 ? Mx.AsType(this, dtype) : this).Item<T>();
}
