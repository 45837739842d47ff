namespace Tangent.Kernels;

/// <summary>
/// Finds the loop of an operation on elements of one type; null where there is none. Each is compiled for the operations
/// that a process runs: the table only points here. Integers apart, since compiling loads the types that are named.
/// </summary>
internal static unsafe class OperationLoops
{
    public static ElementLoop? Unary<F>(DType dtype)
        where F : struct, IUnaryArithmetic => dtype switch
        {
            DType.Float32 => LaneLoops.Unary<OnLanes.Unary<F, float>, float>(),
            DType.Float64 => LaneLoops.Unary<OnLanes.Unary<F, double>, double>(),
            _ => IntegerUnary<F>(dtype),
        };

    private static ElementLoop? IntegerUnary<F>(DType dtype)
        where F : struct, IUnaryArithmetic => dtype switch
        {
            DType.UInt8 => LaneLoops.Unary<OnLanes.Unary<F, byte>, byte>(),
            DType.UInt16 => LaneLoops.Unary<OnLanes.Unary<F, ushort>, ushort>(),
            DType.UInt32 => LaneLoops.Unary<OnLanes.Unary<F, uint>, uint>(),
            DType.UInt64 => LaneLoops.Unary<OnLanes.Unary<F, ulong>, ulong>(),
            DType.Int8 => LaneLoops.Unary<OnLanes.Unary<F, sbyte>, sbyte>(),
            DType.Int16 => LaneLoops.Unary<OnLanes.Unary<F, short>, short>(),
            DType.Int32 => LaneLoops.Unary<OnLanes.Unary<F, int>, int>(),
            DType.Int64 => LaneLoops.Unary<OnLanes.Unary<F, long>, long>(),
            _ => null,
        };

    public static ElementLoop? Binary<F>(DType dtype)
        where F : struct, IBinaryArithmetic => dtype switch
        {
            DType.Float32 => LaneLoops.Binary<OnLanes.Binary<F, float>, float>(),
            DType.Float64 => LaneLoops.Binary<OnLanes.Binary<F, double>, double>(),
            _ => IntegerBinary<F>(dtype),
        };

    private static ElementLoop? IntegerBinary<F>(DType dtype)
        where F : struct, IBinaryArithmetic => dtype switch
        {
            DType.UInt8 => LaneLoops.Binary<OnLanes.Binary<F, byte>, byte>(),
            DType.UInt16 => LaneLoops.Binary<OnLanes.Binary<F, ushort>, ushort>(),
            DType.UInt32 => LaneLoops.Binary<OnLanes.Binary<F, uint>, uint>(),
            DType.UInt64 => LaneLoops.Binary<OnLanes.Binary<F, ulong>, ulong>(),
            DType.Int8 => LaneLoops.Binary<OnLanes.Binary<F, sbyte>, sbyte>(),
            DType.Int16 => LaneLoops.Binary<OnLanes.Binary<F, short>, short>(),
            DType.Int32 => LaneLoops.Binary<OnLanes.Binary<F, int>, int>(),
            DType.Int64 => LaneLoops.Binary<OnLanes.Binary<F, long>, long>(),
            _ => null,
        };

    public static ElementLoop? Comparison<F>(DType dtype)
        where F : struct, IBinaryArithmetic => dtype switch
        {
            DType.Float32 => LaneLoops.Comparison<OnLanes.Binary<F, float>, float>(),
            DType.Float64 => LaneLoops.Comparison<OnLanes.Binary<F, double>, double>(),
            _ => IntegerComparison<F>(dtype),
        };

    private static ElementLoop? IntegerComparison<F>(DType dtype)
        where F : struct, IBinaryArithmetic => dtype switch
        {
            DType.UInt8 => LaneLoops.Comparison<OnLanes.Binary<F, byte>, byte>(),
            DType.UInt16 => LaneLoops.Comparison<OnLanes.Binary<F, ushort>, ushort>(),
            DType.UInt32 => LaneLoops.Comparison<OnLanes.Binary<F, uint>, uint>(),
            DType.UInt64 => LaneLoops.Comparison<OnLanes.Binary<F, ulong>, ulong>(),
            DType.Int8 => LaneLoops.Comparison<OnLanes.Binary<F, sbyte>, sbyte>(),
            DType.Int16 => LaneLoops.Comparison<OnLanes.Binary<F, short>, short>(),
            DType.Int32 => LaneLoops.Comparison<OnLanes.Binary<F, int>, int>(),
            DType.Int64 => LaneLoops.Comparison<OnLanes.Binary<F, long>, long>(),
            _ => null,
        };

    /// <summary>A function of integers, element by element.</summary>
    public static ElementLoop? Pointwise<F>(DType dtype)
        where F : struct, IIntegerFunction => dtype switch
        {
            DType.UInt8 => new PointwiseLoops.Binary<byte, byte>(&F.Apply<byte>),
            DType.UInt16 => new PointwiseLoops.Binary<ushort, ushort>(&F.Apply<ushort>),
            DType.UInt32 => new PointwiseLoops.Binary<uint, uint>(&F.Apply<uint>),
            DType.UInt64 => new PointwiseLoops.Binary<ulong, ulong>(&F.Apply<ulong>),
            DType.Int8 => new PointwiseLoops.Binary<sbyte, sbyte>(&F.Apply<sbyte>),
            DType.Int16 => new PointwiseLoops.Binary<short, short>(&F.Apply<short>),
            DType.Int32 => new PointwiseLoops.Binary<int, int>(&F.Apply<int>),
            DType.Int64 => new PointwiseLoops.Binary<long, long>(&F.Apply<long>),
            _ => null,
        };

    /// <summary>A mathematical function of one argument.</summary>
    public static ElementLoop? UnaryFunction<F>(DType dtype)
        where F : struct, IUnaryFunction => dtype switch
        {
            DType.Float32 => LaneLoops.Unary<OnLanes.UnaryFloat32<F>, float>(),
            DType.Float64 => LaneLoops.Unary<OnLanes.UnaryFloat64<F>, double>(),
            _ => null,
        };

    /// <summary>A mathematical function of two arguments.</summary>
    public static ElementLoop? BinaryFunction<F>(DType dtype)
        where F : struct, IBinaryFunction => dtype switch
        {
            DType.Float32 => LaneLoops.Binary<OnLanes.BinaryFloat32<F>, float>(),
            DType.Float64 => LaneLoops.Binary<OnLanes.BinaryFloat64<F>, double>(),
            _ => null,
        };

    /// <summary>The complex number of two parts.</summary>
    public static ElementLoop? MakeComplex(DType dtype) =>
        dtype == DType.Float32 ? new PointwiseLoops.Binary<float, Complex64>(&ComplexArithmetic.Make) : null;
}
