namespace Tangent.Kernels;

/// <summary>Finds the interpreter's step for an operation on arguments of one type.</summary>
internal static unsafe class TileKernels
{
    /// <summary>The step; <see cref="NotSupportedException"/> if the type has no such operation.</summary>
    public static TileKernel Find(ScalarOp op, DType dtype) =>
        FindOrNull(op, dtype.ComputeType)
        ?? throw new NotSupportedException($"Map: there is no {op} of {dtype.Name()}.");

    private static TileKernel? FindOrNull(ScalarOp op, DType dtype) => dtype switch
    {
        DType.Float32 when op is ScalarOp.MakeComplex => new PointwiseBinary<float, Complex64>(&ComplexArithmetic.Make),
        DType.Float32 => OperationTable.Float32<KernelVisitor<float>, TileKernel>(op, default),
        DType.Float64 => OperationTable.Float64<KernelVisitor<double>, TileKernel>(op, default),
        DType.Complex64 => ComplexKernels.Find(op),
        DType.Bool => BoolKernels.Find(op),
        _ => Integer(op, dtype),
    };

    private static TileKernel? Integer(ScalarOp op, DType dtype) => dtype switch
    {
        DType.UInt8 => IntegerKernels<byte>.Find(op),
        DType.UInt16 => IntegerKernels<ushort>.Find(op),
        DType.UInt32 => IntegerKernels<uint>.Find(op),
        DType.UInt64 => IntegerKernels<ulong>.Find(op),
        DType.Int8 => IntegerKernels<sbyte>.Find(op),
        DType.Int16 => IntegerKernels<short>.Find(op),
        DType.Int32 => IntegerKernels<int>.Find(op),
        DType.Int64 => IntegerKernels<long>.Find(op),
        _ => null,
    };
}
