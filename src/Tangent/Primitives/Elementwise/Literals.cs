using Tangent.Kernels;

namespace Tangent;

/// <summary>Recognises arrays that repeat a number that is known when the graph is made.</summary>
internal static class Literals
{
    /// <summary>The number, if all elements are one literal; null for bool, narrow or unsigned integers and non-real numbers.</summary>
    public static double? NumberOf(NDArray x)
    {
        Node node = x.Node;
        while (node.Primitive is BroadcastTo && node.Inputs.Length == 1)
            node = node.Inputs[0];
        return node.Primitive is Constant literal ? NumberOf(literal) : null;
    }

    private static double? NumberOf(Constant literal) => literal.DType switch
    {
        DType.Int32 => (int)literal.Bits,
        DType.Int64 => (long)literal.Bits,
        DType.Float16 => (double)BitConverter.UInt16BitsToHalf((ushort)literal.Bits),
        DType.BFloat16 => BFloat16.FromBits((ushort)literal.Bits),
        DType.Float32 => BitConverter.UInt32BitsToSingle((uint)literal.Bits),
        DType.Float64 => BitConverter.UInt64BitsToDouble(literal.Bits),
        DType.Complex64 when literal.Bits >> 32 == 0 => BitConverter.UInt32BitsToSingle((uint)literal.Bits),
        _ => null,
    };
}
