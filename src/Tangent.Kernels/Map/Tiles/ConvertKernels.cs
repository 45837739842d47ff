using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Finds the interpreter's step that converts between two compute types; complex only from and to float32.</summary>
internal static unsafe class ConvertKernels
{
    public static TileKernel Find(DType from, DType to) => from switch
    {
        DType.Complex64 when to == DType.Bool => new PointwiseUnary<Complex64, byte>(&ComplexArithmetic.IsTrue),
        DType.Complex64 => new PointwiseUnary<Complex64, float>(&ComplexArithmetic.Real),
        DType.Float32 when to == DType.Complex64 => new PointwiseUnary<float, Complex64>(&ComplexArithmetic.FromReal),
        DType.Bool => FromBool(to),
        DType.UInt8 => From<byte>(to),
        DType.UInt16 => From<ushort>(to),
        DType.UInt32 => From<uint>(to),
        DType.UInt64 => From<ulong>(to),
        DType.Int8 => From<sbyte>(to),
        DType.Int16 => From<short>(to),
        DType.Int32 => From<int>(to),
        DType.Int64 => From<long>(to),
        DType.Float32 => FromFloating<float>(to),
        _ => FromFloating<double>(to),
    };

    private static TileKernel From<T>(DType to)
        where T : unmanaged, INumberBase<T> => to switch
        {
            DType.Bool => WidthKernels.ToBool<T>(),
            DType.UInt8 => new ConvertKernel<T, byte>(),
            DType.UInt16 => new ConvertKernel<T, ushort>(),
            DType.UInt32 => new ConvertKernel<T, uint>(),
            DType.UInt64 => new ConvertKernel<T, ulong>(),
            DType.Int8 => new ConvertKernel<T, sbyte>(),
            DType.Int16 => new ConvertKernel<T, short>(),
            DType.Int32 => new ConvertKernel<T, int>(),
            DType.Int64 => new ConvertKernel<T, long>(),
            DType.Float32 => new ConvertKernel<T, float>(),
            _ => new ConvertKernel<T, double>(),
        };

    // As in C#, a floating value becomes a small integer by way of a 32-bit one.
    private static TileKernel FromFloating<T>(DType to)
        where T : unmanaged, IFloatingPoint<T> => to switch
        {
            DType.UInt8 => new PointwiseUnary<T, byte>(&Narrow<T, byte>),
            DType.UInt16 => new PointwiseUnary<T, ushort>(&Narrow<T, ushort>),
            DType.Int8 => new PointwiseUnary<T, sbyte>(&Narrow<T, sbyte>),
            DType.Int16 => new PointwiseUnary<T, short>(&Narrow<T, short>),
            _ => From<T>(to),
        };

    private static TileKernel FromBool(DType to) => to switch
    {
        DType.UInt8 or DType.Int8 => new CopyKernel(1),
        DType.UInt16 or DType.Int16 => WidthKernels.FromBool<ushort>(),
        DType.UInt32 or DType.Int32 => WidthKernels.FromBool<uint>(),
        DType.UInt64 or DType.Int64 => WidthKernels.FromBool<ulong>(),
        DType.Float32 => WidthKernels.FromBool<float>(),
        _ => WidthKernels.FromBool<double>(),
    };

    private static TTo Narrow<TFrom, TTo>(TFrom x)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo> =>
        TTo.CreateTruncating(int.CreateTruncating(x));
}
