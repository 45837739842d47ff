using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The steps of the interpreter for integers of type <typeparamref name="T"/>; null where there is none.</summary>
internal static unsafe class IntegerKernels<T>
    where T : unmanaged, IBinaryInteger<T>
{
    public static TileKernel? Find(ScalarOp op) => op switch
    {
        ScalarOp.FloorDivide => new PointwiseBinary<T, T>(&IntegerFunctions.FloorDivide),
        ScalarOp.Remainder => new PointwiseBinary<T, T>(&IntegerFunctions.Remainder),
        ScalarOp.Power => new PointwiseBinary<T, T>(&IntegerFunctions.Power),
        ScalarOp.ShiftLeft => new PointwiseBinary<T, T>(&IntegerFunctions.ShiftLeft),
        ScalarOp.ShiftRight => new PointwiseBinary<T, T>(&IntegerFunctions.ShiftRight),
        _ => OperationTable.Integer<T, KernelVisitor<T>, TileKernel>(op, default),
    };
}
