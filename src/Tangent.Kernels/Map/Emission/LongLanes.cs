using System.Reflection;

namespace Tangent.Kernels;

/// <summary>64-bit lanes.</summary>
internal sealed class LongLanes<VF, VI, VU> : TypedLanes<double, long, ulong, VF, VI, VU>
    where VF : unmanaged, ILanes<VF, double>
    where VI : unmanaged, ILanes<VI, long>
    where VU : unmanaged, ILanes<VU, ulong>
{
    /// <inheritdoc/>
    public override MethodInfo? Operation(ScalarOp op, DType dtype) => dtype switch
    {
        DType.Float64 => OperationTable.Float64<MethodVisitor<double, VF>, MethodInfo>(op, default),
        DType.Int64 => OperationTable.Integer<long, MethodVisitor<long, VI>, MethodInfo>(op, default),
        DType.UInt64 => OperationTable.Integer<ulong, MethodVisitor<ulong, VU>, MethodInfo>(op, default),
        _ => MaskTable<long, MethodVisitor<long, VI>, MethodInfo>.Find(op, default),
    };

    /// <inheritdoc/>
    public override MethodInfo Round(DType half) =>
        throw new NotSupportedException($"Map: {half.Name()} does not compute in 64-bit lanes.");
}
