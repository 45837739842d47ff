namespace Tangent.Optimizers;

/// <summary>A minimizer under way.</summary>
internal abstract class Descent
{
    // So many steps in a row that only rounding makes smaller are enough.
    private const int MostIdle = 3;
    private readonly double epsilon;
    private int idle;

    protected Descent(DType dtype) => epsilon = Matrices.Epsilon(dtype);

    /// <summary>Where it is.</summary>
    public abstract NDArray Point { get; }

    /// <summary>The function there.</summary>
    public abstract double Value { get; }

    /// <summary>The norm of the gradient there.</summary>
    public abstract double GradientNorm { get; }

    /// <summary>What rounding does to values of this size.</summary>
    protected double Rounding => 4 * epsilon * Math.Abs(Value);

    /// <summary>Does a step; false where there is none that helps.</summary>
    public bool Step()
    {
        double before = Value, norm = GradientNorm, rounding = Rounding;
        if (!Move())
            return false;
        idle = Value < before - rounding || GradientNorm < norm / 2 ? 0 : idle + 1;
        return idle < MostIdle;
    }

    /// <summary>Goes to a better point, if it finds one.</summary>
    protected abstract bool Move();
}
