using Tangent.Kernels;

namespace Tangent;

/// <summary>Checks of matrices, and what the rules of linear algebra are made of.</summary>
internal static class Matrices
{
    /// <summary>Matrices in a type that linear algebra computes in.</summary>
    public static NDArray Of(string function, NDArray a, string name = "a")
    {
        ArgumentNullException.ThrowIfNull(a, name);
        if (a.Rank < 2)
            throw new ArgumentException($"{function}: {name} of shape {a.Shape} holds no matrices; it needs two axes.", name);
        return Typed(function, a, name);
    }

    /// <summary>Square matrices in a type that linear algebra computes in.</summary>
    public static NDArray Square(string function, NDArray a, string name = "a")
    {
        NDArray result = Of(function, a, name);
        return a.Shape[^1] == a.Shape[^2]
            ? result
            : throw new ArgumentException($"{function}: {name} of shape {a.Shape} holds no square matrices.", name);
    }

    /// <summary>An array in a type that linear algebra computes in.</summary>
    public static NDArray Typed(string function, NDArray a, string name)
    {
        ArgumentNullException.ThrowIfNull(a, name);
        NDArray result = Elementwise.ToInexact(a);
        return result.DType.IsHalf
            ? throw new ArgumentException($"{function}: {name} is {a.DType.Name()}; linear algebra is computed in float32, float64 or complex64.", name)
            : result;
    }

    /// <summary>The transposed matrices.</summary>
    public static NDArray Flip(NDArray x) => Mx.MoveAxis(x, -1, -2);

    /// <summary>The conjugated and transposed matrices.</summary>
    public static NDArray Adjoint(NDArray x) => Mx.Conjugate(Flip(x));

    /// <summary>(x + xᴴ)/2</summary>
    public static NDArray Hermitian(NDArray x) => (x + Adjoint(x)) * 0.5;

    /// <summary>The diagonals [..., n] of square matrices.</summary>
    public static NDArray Diagonal(NDArray x) => Diagonals.Of("Diagonal", x, 0);

    /// <summary>True on the diagonal of [n, n].</summary>
    public static NDArray OnDiagonal(int n) => Mx.Eye(n, n, 0, DType.Bool);

    /// <summary>The matrices with zeros on their diagonal.</summary>
    public static NDArray OffDiagonal(NDArray x) => Mx.Where(OnDiagonal(x.Shape[^1]), 0, x);

    /// <summary>Matrices with the given diagonals [..., n], and zeros elsewhere.</summary>
    public static NDArray FromDiagonal(NDArray x) => Mx.Where(OnDiagonal(x.Shape[^1]), Row(x), 0);

    /// <summary>Vectors [..., n] as rows [..., 1, n], to scale columns.</summary>
    public static NDArray Row(NDArray x) => Mx.ExpandDims(x, -2);

    /// <summary>Vectors [..., n] as columns [..., n, 1], to scale rows.</summary>
    public static NDArray Column(NDArray x) => Mx.ExpandDims(x, -1);

    /// <summary>Numbers [...] as [..., 1, 1].</summary>
    public static NDArray Scalar(NDArray x) => Mx.ExpandDims(x, [-2, -1]);

    /// <summary>The unit matrices of the shape and type of square ones.</summary>
    public static NDArray IdentityLike(NDArray a) => Mx.BroadcastTo(Mx.Eye(a.Shape[^1], a.Shape[^1], 0, a.DType), a.Shape);

    /// <summary>The first rows and columns.</summary>
    public static NDArray Part(NDArray x, int rows, int columns) => rows == x.Shape[^2] && columns == x.Shape[^1]
        ? x
        : Slice.Of(x, Region.Full(x.Shape).With(x.Rank - 2, 0, rows).With(x.Rank - 1, 0, columns));

    /// <summary>The columns from one on.</summary>
    public static NDArray ColumnsFrom(NDArray x, int first) =>
        Slice.Of(x, Region.Full(x.Shape).With(x.Rank - 1, first, x.Shape[^1] - first));

    /// <summary>The matrices with zeros below and to the right.</summary>
    public static NDArray Padded(NDArray x, int rows, int columns) => rows == x.Shape[^2] && columns == x.Shape[^1]
        ? x
        : Mx.Pad(x, [.. Enumerable.Repeat((0, 0), x.Rank - 2), (0, rows - x.Shape[^2]), (0, columns - x.Shape[^1])]);

    /// <summary>x·r⁻¹ for upper triangular r.</summary>
    public static NDArray RightSolve(NDArray x, NDArray r) => Flip(new SolveTriangular(false, false).Apply(Flip(r), Flip(x)));

    /// <summary>The shape with the last two lengths replaced.</summary>
    public static Shape With(Shape shape, params ReadOnlySpan<int> last) => new([.. shape.Lengths[..^2], .. last]);

    /// <summary>The type of singular values and of eigenvalues of Hermitian matrices.</summary>
    public static DType RealType(DType dtype) => dtype == DType.Float64 ? DType.Float64 : DType.Float32;

    /// <summary>The spacing of numbers at 1.</summary>
    public static double Epsilon(DType dtype) => dtype == DType.Float64 ? 2.220446049250313e-16 : 1.1920929e-7;
}
