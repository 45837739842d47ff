using System.Numerics;

namespace Tangent;

/// <content>Conversions of an array of one element to a number. They evaluate the array.</content>
public sealed partial class NDArray
{
    /// <summary>The element of an array of size 1, whether it is not zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element.</exception>
    [Mlx("core.array.__bool__")]
    public static explicit operator bool(NDArray x) => x.To<bool>(DType.Bool);

    /// <summary>The element of an array of size 1, as int32, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    [Mlx("core.array.__int__")]
    public static explicit operator int(NDArray x) => x.ToReal<int>(DType.Int32);

    /// <summary>The element of an array of size 1, as int64, truncated towards zero.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator long(NDArray x) => x.ToReal<long>(DType.Int64);

    /// <summary>The element of an array of size 1, as float32.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    [Mlx("core.array.__float__")]
    public static explicit operator float(NDArray x) => x.ToReal<float>(DType.Float32);

    /// <summary>The element of an array of size 1, as float64.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element, or it is complex.</exception>
    public static explicit operator double(NDArray x) => x.ToReal<double>(DType.Float64);

    /// <summary>The element of an array of size 1 as a complex number; real numbers keep float64 accuracy.</summary>
    /// <exception cref="InvalidOperationException">The array has not exactly one element.</exception>
    [Mlx("core.array.__complex__")]
    public static explicit operator Complex(NDArray x) =>
        x.DType.IsComplex ? x.Item<Complex64>() : x.To<double>(DType.Float64);

    private T ToReal<T>(DType dtype) where T : unmanaged => DType.IsComplex
        ? throw new InvalidOperationException($"A complex64 array cannot become {typeof(T).Name}; take Mx.Real, Mx.Imag or Mx.Abs first.")
        : To<T>(dtype);

    private T To<T>(DType dtype) where T : unmanaged => (Size == 1 ? Mx.AsType(this, dtype) : this).Item<T>();
}
