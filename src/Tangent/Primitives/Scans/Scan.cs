using Tangent.Kernels;

namespace Tangent;

/// <summary>A scan that is not linear. Its tangent is a <see cref="Recurrence"/>.</summary>
internal abstract record Scan(ScanDirection Direction) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Direction), Direction)];

    /// <summary>What accumulates.</summary>
    protected abstract ScanOp Op { get; }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => Direction.Kernel(Op);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        Primitive batched = this with { Direction = Direction.In(axes[0]!.Value) };
        return new(batched.Apply(x[0]), axes[0]);
    }

    /// <summary>y[i] = factor[i]·y[i - 1] + term[i] in this direction.</summary>
    protected NDArray Recur(NDArray factors, NDArray terms) => new Recurrence(Direction.Axis, Direction.Reverse).Apply(factors, terms);
}
