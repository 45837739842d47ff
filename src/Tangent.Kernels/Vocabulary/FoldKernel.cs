namespace Tangent.Kernels;

/// <summary>
/// A reduction over some axes, which vanish, of the values of a program over the inputs, which have one shape. Primitives
/// reduce an input itself; the planner puts there the loop that makes it.
/// </summary>
internal sealed record FoldKernel(FoldOp Op, int[] Axes, Program? Prologue = null) : Kernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Op), Op), new(nameof(Axes), Axes), new(nameof(Prologue), Prologue)];
}
