using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Largest elements and means in windows, and their derivatives.</summary>
internal static class PoolExecutor
{
    /// <summary>
    /// Runs a pooling of operands with any strides into a dense row-major output that shares no memory with them. The largest: all real types; its derivatives:
    /// float32 and float64; means and theirs: complex64 too. Sums go from the first place to the last.
    /// </summary>
    public static void Run(PoolKernel kernel, BufferView[] inputs, BufferView output) => Run(kernel, inputs, output, Lanes.WidestBits);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(PoolKernel kernel, BufferView[] inputs, BufferView output, int vectorBits)
    {
        foreach (BufferView input in inputs)
            Require.SameDType("Pool", "the output", input.DType, output.DType);
        Require.RowMajor("Pool", "the output", output.Layout);
        bool isCotangent = kernel.Op is PoolOp.MaximumCotangent or PoolOp.MeanCotangent;
        (int[] first, int[] result) = (inputs[0].Layout.Shape, output.Layout.Shape);
        PoolShape shape = isCotangent ? new(kernel, result, first, true) : new(kernel, first, result, false);
        if (output.Layout.Count == 0)
            return;
        PoolOperand[] operands = Array.ConvertAll([.. inputs, output], view => new PoolOperand(view, shape.Axes.Length));
        switch (output.DType)
        {
            case DType.Float32: RunFloating<float>(kernel, shape, operands, vectorBits); break;
            case DType.Complex64 when kernel.Op is PoolOp.Mean or PoolOp.MeanCotangent: RunFloating<float>(kernel, shape, operands, vectorBits); break;
            case DType.Float64: RunFloating<double>(kernel, shape, operands, vectorBits); break;
            default: RunInteger(kernel, output.DType, shape, operands, vectorBits); break;
        }
        foreach (PoolOperand operand in operands)
            operand.Dispose();
    }

    private static void RunFloating<T>(PoolKernel kernel, PoolShape shape, PoolOperand[] operands, int bits)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        switch (WidthOf<T>(shape, operands, bits))
        {
            case 512: Run<T, Lanes512<T>>(kernel, shape, operands); break;
            case 256: Run<T, Lanes256<T>>(kernel, shape, operands); break;
            default: Run<T, Lanes128<T>>(kernel, shape, operands); break;
        }
    }

    private static void Run<T, V>(PoolKernel kernel, PoolShape shape, PoolOperand[] x)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        where V : unmanaged, ILanes<V, T>
    {
        T size = T.One;
        foreach (int length in kernel.Window)
            size *= T.CreateChecked(length);
        switch (kernel.Op)
        {
            case PoolOp.Maximum: new WindowPooling<WindowMaximum<T>, T, V>(shape, x[0], x[1], size).Run(); break;
            case PoolOp.Mean: new WindowPooling<WindowMean<T>, T, V>(shape, x[0], x[1], size).Run(); break;
            case PoolOp.MaximumTangent: new MaximumTangent<T, V>(shape, x[0], x[1], x[2], x[3], T.One).Run(); break;
            case PoolOp.MaximumCotangent: new PoolCotangent<ToLargest, T, V>(shape, x[0], x[1], x[2], x[3], size, T.One).Run(); break;
            default: new PoolCotangent<ToAll, T, V>(shape, x[0], null, null, x[1], size, T.One).Run(); break;
        }
    }

    private static void RunInteger(PoolKernel kernel, DType dtype, PoolShape shape, PoolOperand[] x, int bits)
    {
        switch (kernel.Op == PoolOp.Maximum ? dtype : DType.Complex64)
        {
            case DType.Bool or DType.UInt8: RunMaximum<byte>(shape, x, bits); break;
            case DType.UInt16: RunMaximum<ushort>(shape, x, bits); break;
            case DType.UInt32: RunMaximum<uint>(shape, x, bits); break;
            case DType.UInt64: RunMaximum<ulong>(shape, x, bits); break;
            case DType.Int8: RunMaximum<sbyte>(shape, x, bits); break;
            case DType.Int16: RunMaximum<short>(shape, x, bits); break;
            case DType.Int32: RunMaximum<int>(shape, x, bits); break;
            case DType.Int64: RunMaximum<long>(shape, x, bits); break;
            default: throw new ArgumentException($"Pool: no {kernel.Op} of {dtype.Name()}.", nameof(dtype));
        }
    }

    private static void RunMaximum<T>(PoolShape shape, PoolOperand[] x, int bits)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        switch (WidthOf<T>(shape, x, bits))
        {
            case 512: new WindowPooling<WindowMaximum<T>, T, Lanes512<T>>(shape, x[0], x[1], T.One).Run(); break;
            case 256: new WindowPooling<WindowMaximum<T>, T, Lanes256<T>>(shape, x[0], x[1], T.One).Run(); break;
            default: new WindowPooling<WindowMaximum<T>, T, Lanes128<T>>(shape, x[0], x[1], T.One).Run(); break;
        }
    }

    // The widest registers that the channels of a pixel, or of pixels that are neighbours, fill.
    private static int WidthOf<T>(PoolShape shape, PoolOperand[] operands, int bits)
    {
        long numbers = shape.PixelsTogether * operands[^1].Channels;
        while (bits > 128 && numbers < bits / 8 / Unsafe.SizeOf<T>())
            bits /= 2;
        return bits;
    }
}
