namespace Tangent.Kernels.Tests.Quantization;

/// <summary>Elements of real floating types as numbers.</summary>
internal static unsafe class Reals
{
    /// <summary>In row-major order.</summary>
    public static double[] Of(BufferView view)
    {
        double[] numbers = [.. Operand.Offsets(view.Layout).Select(offset => At(view, offset))];
        GC.KeepAlive(view);
        return numbers;
    }

    private static double At(BufferView view, long offset) => Operand.Read(view.Pointer, view.DType, offset).Real;
}
