namespace Tangent.Optimizers;

/// <summary>A minimizer of a scalar function under way: a direction, and a search along it.</summary>
internal abstract class GradientDescent : Descent
{
    private readonly Objective objective;

    protected GradientDescent(Objective objective, NDArray start) : base(start.DType)
    {
        this.objective = objective;
        Here = objective.At(start, Mx.ZerosLike(start), 0);
    }

    /// <inheritdoc/>
    public sealed override NDArray Point => Here.Point;

    /// <inheritdoc/>
    public sealed override double Value => Here.Value;

    /// <inheritdoc/>
    public sealed override double GradientNorm => Here.GradientNorm;

    /// <summary>The function where it is.</summary>
    protected Trial Here { get; private set; }

    /// <inheritdoc/>
    protected sealed override bool Move()
    {
        (NDArray direction, double length) = Direction();
        Trial? next = Search(direction, length);
        if (next is null)
        {
            Forget();
            next = Search(-Here.Gradient, 1 / Here.GradientNorm);
        }
        if (next is null)
            return false;
        Moved(Here, next);
        Here = next;
        return true;
    }

    /// <summary>Where to look, and how far first.</summary>
    protected abstract (NDArray Direction, double Length) Direction();

    /// <summary>Called when it goes from one point to another.</summary>
    protected virtual void Moved(Trial from, Trial to)
    {
    }

    /// <summary>Called when its direction was of no use.</summary>
    protected virtual void Forget()
    {
    }

    private Trial? Search(NDArray direction, double length)
    {
        double slope = Objective.Read(Vectors.RealDot(Here.Gradient, direction));
        return slope < 0
            ? new LineSearch(distance => objective.At(Here.Point, direction, distance), Here with { Length = 0, Slope = slope }, Rounding).Find(length)
            : null;
    }
}
