using Tangent.Kernels;

namespace Tangent;

/// <summary>Norms of vectors along axes and of matrices.</summary>
internal static class Norms
{
    /// <summary>The elements at a place of the last axis.</summary>
    public static NDArray At(NDArray x, int index) =>
        Mx.Reshape(Slice.Of(x, Region.Full(x.Shape).With(x.Rank - 1, index, 1)), x.Shape.Without([x.Rank - 1]));

    /// <summary>(Σ|x|²)^½, whose derivative at 0 is 0.</summary>
    public static NDArray Euclidean(NDArray x, Axes? axes, bool keepdims)
    {
        NDArray squares = x.DType.IsComplex ? Mx.Square(Mx.Real(x)) + Mx.Square(Mx.Imag(x)) : Mx.Square(x);
        NDArray sum = Mx.Sum(squares, axes, keepdims), isZero = Mx.Equal(sum, 0);
        return Mx.Where(isZero, 0, Mx.Sqrt(Mx.Where(isZero, 1, sum)));
    }

    /// <summary>The norm of an order along one axis.</summary>
    public static NDArray OfVectors(NDArray x, double order, int axis, bool keepdims)
    {
        if (order == 2)
            return Euclidean(x, axis, keepdims);
        NDArray size = Mx.Abs(x);
        if (order == 0)
            return Mx.Sum(Mx.AsType(Mx.NotEqual(size, 0), size.DType), axis, keepdims);
        if (order == 1)
            return Mx.Sum(size, axis, keepdims);
        if (double.IsInfinity(order))
            return order > 0 ? Mx.Max(size, axis, keepdims) : Mx.Min(size, axis, keepdims);
        NDArray sum = Mx.Sum(Mx.Power(size, order), axis, keepdims), isZero = Mx.Equal(sum, 0);
        return Mx.Where(isZero, order > 0 ? 0 : double.PositiveInfinity, Mx.Power(Mx.Where(isZero, 1, sum), 1 / order));
    }

    /// <summary>The norm of an order of the matrices of the last two axes.</summary>
    public static NDArray OfMatrices(string function, NDArray x, double order)
    {
        switch (order)
        {
            case 1 or -1:
                return Extreme(Mx.Sum(Mx.Abs(x), -2), order > 0);
            case double.PositiveInfinity or double.NegativeInfinity:
                return Extreme(Mx.Sum(Mx.Abs(x), -1), order > 0);
            case 2 or -2:
                NDArray values = Shared<SingularValues>.Instance.Apply(Matrices.Of(function, x));
                return At(values, order > 0 ? 0 : values.Shape[^1] - 1);
            default:
                throw new ArgumentException($"{function}: there is no norm of matrices of order {order}; there are 1, -1, 2, -2, infinity, -infinity, \"fro\" and \"nuc\".", "ord");
        }
    }

    /// <summary>The norm of a name of matrices along two axes.</summary>
    public static NDArray Named(string function, NDArray a, string order, Axes? axis, bool keepdims, string parameter)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(order, parameter);
        return Along(function, Elementwise.ToInexact(a), axis, keepdims, x => order switch
        {
            "fro" or "f" => Euclidean(x, new Axes([-2, -1]), false),
            "nuc" => Mx.Sum(Shared<SingularValues>.Instance.Apply(Matrices.Of(function, x)), -1),
            _ => throw new ArgumentException($"{function}: \"{order}\" is no norm of matrices; there are \"fro\" and \"nuc\", and orders that are numbers.", parameter),
        });
    }

    private static NDArray Extreme(NDArray x, bool largest) => largest ? Mx.Max(x, -1) : Mx.Min(x, -1);

    /// <summary>Applies a norm of matrices along two axes.</summary>
    public static NDArray Along(string function, NDArray a, Axes? axis, bool keepdims, Func<NDArray, NDArray> norm)
    {
        int[] axes = Axes.Normalize(function, axis, a.Rank);
        if (axes.Length != 2 || axes[0] == axes[1])
            throw new ArgumentException($"{function}: a norm of matrices is along two axes, not along {axis?.ToString() ?? "those"} of shape {a.Shape}.", nameof(axis));
        NDArray y = norm(Mx.MoveAxis(Mx.MoveAxis(a, axes[0], -1), axes[1] > axes[0] ? axes[1] - 1 : axes[1], -1));
        return keepdims ? Mx.ExpandDims(y, new Axes(axes)) : y;
    }
}
