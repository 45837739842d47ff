namespace Tangent;

/// <summary>Makes the matrix and factors it.</summary>
internal sealed record DenseSolver : LinearSolver
{
    // A function that is linear over real numbers alone has no complex matrix: what its columns say is not what it does.
    private const double NotComplexLinear = 1e-3;

    internal override NDArray Solve(LinearMap a, NDArray b)
    {
        NDArray matrix = a.Matrix(b.Spec), solved = Mx.Linalg.Solve(matrix, Mx.ExpandDims(b, -1)), x = Mx.Reshape(solved, b.Shape);
        if (!b.DType.IsComplex)
            return x;
        NDArray size = Mx.Sqrt(Mx.Sum(Mx.Square(Mx.Abs(matrix)), [-2, -1]));
        NDArray allowed = NotComplexLinear * (Vectors.Norm(b) + (Mx.ExpandDims(size, -1) * Vectors.Norm(x)));
        return Mx.Where(Mx.StopGradient(Vectors.Norm(a.Apply(x) - b)) <= Mx.StopGradient(allowed), x, double.NaN);
    }
}
