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
            case DType.Bool: action.Run<bool, BoolElement>(); break;
            case DType.UInt8: action.Run<byte, IntegerElement<byte>>(); break;
            case DType.UInt16: action.Run<ushort, IntegerElement<ushort>>(); break;
            case DType.UInt32: action.Run<uint, IntegerElement<uint>>(); break;
            case DType.UInt64: action.Run<ulong, IntegerElement<ulong>>(); break;
            case DType.Int8: action.Run<sbyte, IntegerElement<sbyte>>(); break;
            case DType.Int16: action.Run<short, IntegerElement<short>>(); break;
            case DType.Int32: action.Run<int, IntegerElement<int>>(); break;
            case DType.Int64: action.Run<long, IntegerElement<long>>(); break;
            case DType.Float16: action.Run<Half, FloatElement<Half>>(); break;
            case DType.BFloat16: action.Run<BFloat16, BFloat16Element>(); break;
            case DType.Float32: action.Run<float, FloatElement<float>>(); break;
            case DType.Float64: action.Run<double, FloatElement<double>>(); break;
            case DType.Complex64: action.Run<Complex64, Complex64Element>(); break;
            default: throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "Not an element type.");
        }
    }
}
