using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// y[i] = factor[i]·y[i - 1] + term[i] along an axis, y starting as the first term; in reverse from the other end. The
/// tangents of scans have this form, and so have its own, so derivatives of any order take a pass each and divide by
/// nothing. Factors of type bool choose between y[i - 1] + term[i] and term[i]; they have no tangent.
/// </summary>
internal sealed record Recurrence(int Axis, bool Reverse) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis), new(nameof(Reverse), Reverse)];

    private ScanDirection Direction => new(Axis, Reverse, true);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[1].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new RecurrenceKernel(Axis, Reverse);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? terms = Tangents.Add(dx[0] is { } factors ? factors * Direction.Shift(y, 0) : null, dx[1]);
        return terms is null ? null : Apply(x[0], terms);
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 1 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        // A term reaches the places after it: what they have gathered comes back by the factor of the next place.
        [null, new Recurrence(Axis, !Reverse).Apply(Direction.Opposite.Shift(Known(x[0]), 0), ct)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        (NDArray[] aligned, int batch) = Batching.Align(x, axes);
        return new(new Recurrence(Direction.In(batch).Axis, Reverse).Apply(aligned), batch);
    }
}
