using System.Reflection;

namespace Tangent.Kernels;

/// <summary>64-bit lanes.</summary>
internal sealed class LongLanes<VF, VI, VU> : TypedLanes<double, long, ulong, VF, VI, VU>
    where VF : unmanaged, ILanes<VF, double>
    where VI : unmanaged, ILanes<VI, long>
    where VU : unmanaged, ILanes<VU, ulong>
{
    /// <inheritdoc/>
    public override MethodInfo Round(DType half) =>
        throw new NotSupportedException($"Map: {half.Name()} does not compute in 64-bit lanes.");
}
