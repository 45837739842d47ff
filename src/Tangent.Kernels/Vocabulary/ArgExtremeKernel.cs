namespace Tangent.Kernels;

/// <summary>The first place of the largest or smallest element along an axis, which vanishes.</summary>
internal sealed record ArgExtremeKernel(bool Largest, int Axis) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Largest), Largest), new(nameof(Axis), Axis)];
}
