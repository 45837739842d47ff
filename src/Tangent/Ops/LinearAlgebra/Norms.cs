using Tangent.Kernels;

namespace Tangent;

/// <summary>Norms of vectors along axes and of matrices.</summary>
internal static class Norms
{
    /// <summary>The elements at a place of the last axis.</summary>
    public static NDArray At(NDArray x, int index) =>
        Mx.Reshape(Slice.Of(x, Region.Full(x.Shape).With(x.Rank - 1, index, 1)), x.Shape.Without([x.Rank - 1]));

    /// <summary>(Σ|x|²)^½, whose derivative at 0 is 0.</summary>
    public static NDArray Euclidean(NDArray x, Axes? axes, bool keepdims) => Rooted(Mx.Sum(Mx.SquaredSize(x), axes, keepdims), Mx.Sqrt);

    /// <summary>The norm of an order along one axis.</summary>
    public static NDArray OfVectors(NDArray x, double order, int axis, bool keepdims)
    {
        if (order == 2)
            return Euclidean(x, axis, keepdims);
        NDArray size = Mx.Abs(x);
        return order switch
        {
            0 => Mx.AsType(Mx.Sum(Mx.NotEqual(size, 0), axis, keepdims), size.DType),
            1 => Mx.Sum(size, axis, keepdims),
            double.PositiveInfinity => Mx.Max(size, axis, keepdims),
            double.NegativeInfinity => Mx.Min(size, axis, keepdims),
            > 0 => Rooted(Mx.Sum(Mx.Power(size, order), axis, keepdims), sum => Mx.Power(sum, 1 / order)),
            _ => Mx.Power(Mx.Sum(Mx.Power(size, order), axis, keepdims), 1 / order),
        };
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

    // The slope of a root at 0 is infinite; by choice that of a norm is 0 there.
    private static NDArray Rooted(NDArray sum, Func<NDArray, NDArray> root)
    {
        NDArray isZero = Mx.Equal(sum, 0);
        return Mx.Where(isZero, 0, root(Mx.Where(isZero, 1, sum)));
    }

    private static NDArray Extreme(NDArray x, bool largest) => largest ? Mx.Max(x, -1) : Mx.Min(x, -1);

    /// <summary>Applies a norm of matrices along two axes: first that of the rows, then that of the columns.</summary>
    public static NDArray Along(string function, NDArray a, Axes? axis, bool keepdims, Func<NDArray, NDArray> norm)
    {
        int[] axes = axis is { } chosen ? [.. chosen.Select(place => Axes.Normalize(function, place, a.Rank))] : Axes.All(a.Rank);
        if (axes.Length != 2 || axes[0] == axes[1])
            throw new ArgumentException($"{function}: a norm of matrices is along two axes, not along {axis?.ToString() ?? "those"} of shape {a.Shape}.", nameof(axis));
        NDArray y = norm(Mx.MoveAxis(Mx.MoveAxis(a, axes[0], -1), axes[1] > axes[0] ? axes[1] - 1 : axes[1], -1));
        return keepdims ? Mx.ExpandDims(y, new Axes(axes)) : y;
    }
}
