namespace Tangent;

/// <summary>Arithmetic on vectors along the last axis; results keep it, with length 1.</summary>
internal static class Vectors
{
    /// <summary>⟨x, y⟩, conjugate in x.</summary>
    public static NDArray Dot(NDArray x, NDArray y) => Mx.Sum(Mx.Conjugate(x) * y, -1, true);

    /// <summary>The real part of ⟨x, y⟩.</summary>
    public static NDArray RealDot(NDArray x, NDArray y) => Mx.Real(Dot(x, y));

    /// <summary>The lengths, real. Squares of what is in range do not leave it.</summary>
    public static NDArray Norm(NDArray x)
    {
        if (x.Shape[^1] == 0)
            return Full(x, 0);
        NDArray size = Mx.Abs(x), most = Mx.Max(size, -1, true);
        NDArray scale = Mx.Where(Mx.LogicalAnd(most > 0, Mx.IsFinite(most)), most, 1);
        return scale * Mx.Sqrt(Mx.Sum(Mx.Square(size / scale), -1, true));
    }

    /// <summary>Numbers for each vector, real, with axis -1 of length 1.</summary>
    public static NDArray Full(NDArray like, double value) =>
        Mx.BroadcastTo(Constant.Of(value, Matrices.RealType(like.DType)), new Shape([.. like.Shape.Lengths[..^1], 1]));
}
