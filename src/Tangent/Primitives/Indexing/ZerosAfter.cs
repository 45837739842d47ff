using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Zeros like the input, made after it. The cotangent of an array into which a part was written is that of the result with
/// zeros in place of the part, and the part's own cotangent is what stood there. Where it is taken out first, a plan can
/// write the zeros in place, and a loop over the rows of an array costs a row for each. Tangents go the same way.
/// </summary>
internal sealed record ZerosAfter : Primitive
{
    // A larger part costs so much itself that a copy of all changes little.
    private const int LeastShare = 4;

    /// <summary>A part of an array, taken out of it if that is little work.</summary>
    public static NDArray Taken(NDArray part, NDArray whole) =>
        part.Size <= whole.Size / LeastShare ? Shared<Copy>.Instance.Apply(part) : part;

    /// <summary>Zeros, after a part was taken out if it was.</summary>
    public static NDArray Of(NDArray? part, ArraySpec spec) =>
        part?.Node.Primitive is Copy or Gather or TakeAlongAxis ? Shared<ZerosAfter>.Instance.Apply(part) : Tangents.Zeros(spec);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ZerosKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => dx[0] is { } tangent ? Apply(tangent) : null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [null];

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(x[0]), axes[0]);
}
