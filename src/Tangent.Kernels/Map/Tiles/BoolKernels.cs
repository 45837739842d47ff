namespace Tangent.Kernels;

/// <summary>The steps of the interpreter for booleans; null where there is none.</summary>
internal static unsafe class BoolKernels
{
    public static TileKernel? Find(ScalarOp op) => op switch
    {
        ScalarOp.FloorDivide => new PointwiseBinary<byte, byte>(&BoolFunctions.FloorDivide),
        ScalarOp.Remainder => new PointwiseBinary<byte, byte>(&BoolFunctions.Remainder),
        ScalarOp.Power => new PointwiseBinary<byte, byte>(&BoolFunctions.Power),
        ScalarOp.ShiftLeft => new PointwiseBinary<byte, byte>(&BoolFunctions.ShiftLeft),
        ScalarOp.ShiftRight => new PointwiseBinary<byte, byte>(&BoolFunctions.ShiftRight),
        _ => BoolTable<KernelVisitor<byte>, TileKernel>.Find(op, default),
    };
}
