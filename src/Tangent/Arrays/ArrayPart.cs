using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// A part of an array, <c>x.At[i]</c>. Each update gives a new array; its values are converted to the array's type and
/// broadcast to the part, or else an <see cref="ArgumentException"/> says so. Repeated indices all count, values for
/// indices out of range are ignored.
/// </summary>
public sealed class ArrayPart
{
    private readonly NDArray x;
    private readonly IPart part;

    internal ArrayPart(NDArray x, IPart part)
    {
        this.x = x;
        this.part = part;
    }

    /// <summary>The array with values added to the part.</summary>
    [Mlx("core.array.at.add")]
    public NDArray Add(NDArray values) => Update(values, ScatterMode.Add);

    /// <summary>The array with values subtracted from the part.</summary>
    [Mlx("core.array.at.subtract")]
    public NDArray Subtract(NDArray values) => Update(-Elementwise.ToType("At", values, x.DType), ScatterMode.Add);

    /// <summary>The array with the part multiplied by values.</summary>
    [Mlx("core.array.at.multiply")]
    public NDArray Multiply(NDArray values) => Update(values, ScatterMode.Multiply);

    /// <summary>
    /// The array with the part multiplied by the reciprocals of values in the array's type, as MLX has it: integers
    /// other than 1 and -1 have the reciprocal 0.
    /// </summary>
    [Mlx("core.array.at.divide")]
    public NDArray Divide(NDArray values) => Update(Mx.Reciprocal(Elementwise.ToType("At", values, x.DType)), ScatterMode.Multiply);

    /// <summary>The array with the part replaced by values where these are larger; NaN if either is.</summary>
    [Mlx("core.array.at.maximum")]
    public NDArray Maximum(NDArray values) => Update(values, ScatterMode.Maximum);

    /// <summary>The array with the part replaced by values where these are smaller; NaN if either is.</summary>
    [Mlx("core.array.at.minimum")]
    public NDArray Minimum(NDArray values) => Update(values, ScatterMode.Minimum);

    private NDArray Update(NDArray values, ScatterMode mode) => part.Write(x, values, mode);
}
