namespace Tangent.Kernels;

/// <summary>Chooses the .NET type and the arithmetic for an element type.</summary>
internal static class ElementTypes
{
    /// <summary>Runs <paramref name="action"/> with the types that stand for <paramref name="dtype"/>.</summary>
    public static void Dispatch<TAction>(DType dtype, TAction action)
        where TAction : IElementAction
    {
        switch (dtype)
        {
            case DType.Bool: action.Run<bool, BoolArithmetic>(); break;
            case DType.UInt8: action.Run<byte, IntegerArithmetic<byte>>(); break;
            case DType.UInt16: action.Run<ushort, IntegerArithmetic<ushort>>(); break;
            case DType.UInt32: action.Run<uint, IntegerArithmetic<uint>>(); break;
            case DType.UInt64: action.Run<ulong, IntegerArithmetic<ulong>>(); break;
            case DType.Int8: action.Run<sbyte, IntegerArithmetic<sbyte>>(); break;
            case DType.Int16: action.Run<short, IntegerArithmetic<short>>(); break;
            case DType.Int32: action.Run<int, IntegerArithmetic<int>>(); break;
            case DType.Int64: action.Run<long, IntegerArithmetic<long>>(); break;
            case DType.Float16: action.Run<Half, FloatArithmetic<Half>>(); break;
            case DType.BFloat16: action.Run<BFloat16, BFloat16Arithmetic>(); break;
            case DType.Float32: action.Run<float, FloatArithmetic<float>>(); break;
            case DType.Float64: action.Run<double, FloatArithmetic<double>>(); break;
            case DType.Complex64: action.Run<Complex64, Complex64Arithmetic>(); break;
            default: throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "Not an element type.");
        }
    }
}
