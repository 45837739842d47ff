namespace Tangent.Kernels;

/// <summary>Products with quantised matrices.</summary>
internal static unsafe class QuantizedMatMulExecutor
{
    private const string Name = "QuantizedMatMul";

    /// <summary>
    /// output[…] = x[…]·w[…], or times the transpose: x in float32, float16 or bfloat16, of any strides as all inputs, whose leading axes are
    /// those of the dense row-major output. Scales and biases have the type of x where there are biases, else scales are uint8. Numbers are made
    /// of codes in registers or in packed blocks, in float32, in which sums are taken; a sum's grouping depends on the shapes, the format and the width
    /// of vectors alone.
    /// </summary>
    public static void Run(QuantizedMatMulKernel kernel, BufferView[] inputs, BufferView output) => Run(kernel, inputs, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(QuantizedMatMulKernel kernel, BufferView[] inputs, BufferView output, int vectorBits)
    {
        BufferView[] epilogueInputs = inputs[kernel.Inputs..];
        Check(kernel, inputs, epilogueInputs, output);
        if (output.Layout.Count == 0)
            return;
        var operands = new QuantizedOperands(kernel, inputs);
        var target = new ProductTarget(output, kernel.Epilogue is null ? null : new Epilogue(kernel.Epilogue, epilogueInputs, output));
        new QuantizedParts(operands, kernel.IsTransposed, output.Layout.Shape, target, QuantizedProduct.For(inputs[0].DType, vectorBits)).Run();
        GC.KeepAlive(operands);
        GC.KeepAlive(inputs);
        GC.KeepAlive(output);
    }

    private static void Check(QuantizedMatMulKernel kernel, BufferView[] inputs, BufferView[] epilogueInputs, BufferView output)
    {
        DType dtype = inputs[0].DType;
        Require.SameDType(Name, "the array of words", DType.UInt32, inputs[1].DType);
        for (int i = 2; i < 1 + kernel.Format.Arrays; i++)
            Require.SameDType(Name, i == 2 ? "the array of scales" : "the array of biases", kernel.Format.HasBiases ? dtype : DType.UInt8, inputs[i].DType);
        if (kernel.Epilogue is null)
            Require.SameDType(Name, "output", dtype, output.DType);
        else
            Epilogue.Check(kernel.Epilogue, dtype, epilogueInputs, output);
        Require.RowMajor(Name, "output", output.Layout);
        CheckShapes(kernel, inputs, output.Layout.Shape);
    }

    private static void CheckShapes(QuantizedMatMulKernel kernel, BufferView[] inputs, int[] output)
    {
        int[] x = inputs[0].Layout.Shape, words = inputs[1].Layout.Shape, scales = inputs[2].Layout.Shape;
        int columns = scales[^1] * kernel.GroupSize;
        (int depth, int width) = kernel.IsTransposed ? (columns, words[^2]) : (words[^2], columns);
        Require.SameShape(Name, "x", [.. output[..^1], depth], x);
        Require.SameShape(Name, "output", [.. x[..^1], width], output);
        int[] leading = kernel.IsIndexed ? [words[0]] : x[..^2];
        Require.SameShape(Name, "the array of words", [.. leading, words[^2], checked(columns * kernel.Bits / 32)], words);
        for (int i = 2; i < 1 + kernel.Format.Arrays; i++)
            Require.SameShape(Name, "an array of scales or biases", [.. words[..^1], scales[^1]], inputs[i].Layout.Shape);
        if (kernel.IsIndexed)
            Require.SameShape(Name, "the array of indices", x.AsSpan(0, x.Length - 2), inputs[kernel.Inputs - 1].Layout.Shape);
    }
}
