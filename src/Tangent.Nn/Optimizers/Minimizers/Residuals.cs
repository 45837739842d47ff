namespace Tangent.Optimizers;

/// <summary>Residuals of a vector and their derivatives, each planned once.</summary>
internal sealed class Residuals
{
    // Up to so many unknowns the Jacobian is made: as Mx.LinearSolve does with matrices.
    private const int FewUnknowns = 256;
    private readonly Func<NDArray[], NDArray[]> value, slope, jacobian, direction, curvature;

    public Residuals(string name, Func<NDArray, NDArray[]> function, long unknowns)
    {
        IsDense = unknowns <= FewUnknowns;
        value = Mx.Compile(x => [HalfSquare(Joined(x[0]))]);
        slope = Mx.Compile(x =>
        {
            (NDArray residuals, NDArray gradient) = Mx.Vjp(Joined, x[0], Joined(x[0]));
            return [HalfSquare(residuals), gradient, Vectors.Norm(gradient)];
        });
        jacobian = Mx.Compile(x => [Joined(x[0]), Mx.JacFwd(Joined)(x[0])]);
        direction = Mx.Compile(x =>
        {
            (_, Func<NDArray, NDArray> push) = Mx.Linearize(Joined, x[0]);
            Func<NDArray, NDArray> pull = Mx.LinearTranspose(push, x[0]);
            return [TruncatedSolve.Of(v => pull(push(v)) + (x[3] * v), x[1], x[2], unknowns)];
        });

        curvature = Mx.Compile(x =>
        {
            NDArray image = Mx.Jvp<NDArray, NDArray>(Joined, x[0], x[1]).Tangents;
            return [Mx.Sum(Mx.Square(image / Vectors.Norm(x[1])))];
        });

        NDArray Joined(NDArray x)
        {
            NDArray[] residuals = function(x);
            if (Array.Find(residuals, array => array.DType != x.DType) is { } other)
                throw new ArgumentException($"{name}: the residuals are {other.DType.Name()}, and the unknowns {x.DType.Name()}; they must be of one type.", nameof(function));
            if (residuals.Length == 0)
                throw new ArgumentException($"{name}: there are no residuals.", nameof(function));
            return residuals.Length == 1 ? Mx.Flatten(residuals[0]) : Mx.Concatenate([.. residuals.Select(array => Mx.Flatten(array))]);
        }
    }

    /// <summary>True if the Jacobian is made.</summary>
    public bool IsDense { get; }

    /// <summary>Half the sum of squares.</summary>
    public double Value(NDArray x) => Objective.Read(value([x])[0]);

    /// <summary>Half the sum of squares, its gradient, and the norm of this.</summary>
    public (double Value, NDArray Gradient, double Norm) Slope(NDArray x)
    {
        NDArray[] found = slope([x]);
        Mx.Eval(found);
        return (Objective.Read(found[0]), found[1], Objective.Read(found[2]));
    }

    /// <summary>The residuals and their Jacobian, [residuals, unknowns].</summary>
    public (NDArray Residuals, NDArray Jacobian) Jacobian(NDArray x)
    {
        NDArray[] found = jacobian([x]);
        Mx.Eval(found);
        return (found[0], found[1]);
    }

    /// <summary>An approximate solution of (JᵀJ + damping)·d = −gradient.</summary>
    public NDArray Direction(NDArray x, NDArray gradient, double part, double damping) =>
        direction([x, gradient, Mx.Full(1, part, x.DType), Mx.Full(1, damping, x.DType)])[0].Eval();

    /// <summary>The curvature of half the sum of squares of linear residuals, along a direction.</summary>
    public double Curvature(NDArray x, NDArray along) => Objective.Read(curvature([x, along])[0]);

    private static NDArray HalfSquare(NDArray residuals) => 0.5 * Mx.Sum(Mx.Square(residuals));
}
