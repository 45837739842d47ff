namespace Tangent.Kernels;

/// <summary>The elements at <c>Start + i·Step</c> of every axis, without the <c>Dropped</c> axes, which have length 1; steps may be negative.</summary>
internal sealed record SliceView(int[] Start, int[] Step, int[] Shape, int[] Dropped) : ViewKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Start), Start), new(nameof(Step), Step), new(nameof(Shape), Shape), new(nameof(Dropped), Dropped)];
}
