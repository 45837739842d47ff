using Xunit;

namespace Tangent.Kernels.Tests.Map.Emission;

public sealed unsafe class FoldEmitterTests
{
    private static readonly int[] Lengths = [0, 1, 2, 7, 8, 15, 16, 17, 31, 63, 64, 65, 127, 512, 513, 1000, 2048];

    private static readonly (DType DType, FoldOp Fold)[] Folds =
    [
        (DType.Float32, FoldOp.Sum), (DType.Float32, FoldOp.Maximum), (DType.Float64, FoldOp.Sum),
        (DType.Float64, FoldOp.Product), (DType.Int32, FoldOp.Minimum), (DType.UInt32, FoldOp.Sum),
    ];

    [Fact]
    public void Folded_outputs_are_what_the_stored_ones_fold_to()
    {
        foreach ((DType dtype, FoldOp fold) in Folds)
            foreach (int length in Lengths)
                foreach (ulong scalars in (ReadOnlySpan<ulong>)[0, 2])
                    Check(dtype, fold, length, scalars);
    }

    [Fact]
    public void Folds_of_bools_and_of_16_bit_numbers_are_not_supported()
    {
        Expr half = Expr.Input(0, DType.Float16);
        Program sum = Program.From([DType.Float16], half), any = Program.From([DType.Float32], Expr.Binary(ScalarOp.Less, Expr.Input(0, DType.Float32), Expr.Input(0, DType.Float32)));
        Assert.False(Emitter.Supports(new Program(any.Instructions, any.Inputs, any.Outputs, [FoldOp.Any])));
        Assert.True(Emitter.Supports(sum));
        Assert.Throws<NotSupportedException>(() => Emitter.Supports(new Program(sum.Instructions, sum.Inputs, sum.Outputs, [FoldOp.Sum])));
    }

    private static void Check(DType dtype, FoldOp fold, int length, ulong scalars)
    {
        Expr x = Expr.Input(0, dtype), y = Expr.Input(1, dtype);
        Program stored = Program.From([dtype, dtype], Expr.Binary(ScalarOp.Multiply, x, y), Expr.Binary(ScalarOp.Subtract, x, y), x);
        var folding = new Program(stored.Instructions, stored.Inputs, stored.Outputs, [fold, null, fold]);
        BufferView[] inputs = [Elements(dtype, length, 1), Elements(dtype, length, 2)];
        byte[][] expected = Run(new TileInterpreter(TilePlan.Of(stored, scalars)).Run, stored, inputs, length);
        expected[0] = Folded(fold, dtype, expected[0], length);
        expected[2] = Folded(fold, dtype, expected[2], length);
        LoopFunction interpreted = new FoldingRow(new TileInterpreter(TilePlan.Of(folding, scalars)).Run, folding, scalars).Run;
        Assert.Equal(expected, Run(interpreted, folding, inputs, length));
        Assert.Equal(expected, Run(Emitter.Emit(folding, scalars), folding, inputs, length));
    }

    private static BufferView Elements(DType dtype, int length, int seed)
    {
        double[] values = [.. Enumerable.Range(0, length + 1).Select(i => (i * 37 * seed % 61 - 30) / 7.0)];
        BufferView result = BufferView.Allocate(dtype, [length + 1]);
        MapExecutor.Run(Casts.Of(DType.Float64, dtype), [Views.Of(values, length + 1)], [result]);
        return result;
    }

    private static byte[] Folded(FoldOp fold, DType dtype, byte[] elements, int length)
    {
        FoldLoops loops = FoldTable.Find(fold, dtype);
        byte* total = stackalloc byte[64];
        loops.Start(total, 1);
        fixed (byte* first = elements)
            loops.AddRow(total, first, length);
        return Finish(loops, total, dtype);
    }

    private static byte[] Finish(FoldLoops loops, byte* total, DType dtype)
    {
        var result = new byte[dtype.Size];
        fixed (byte* element = result)
            loops.Finish(total, element, 0, 1);
        return result;
    }

    // Stored outputs with two guard elements, and what folded ones come to.
    private static byte[][] Run(LoopFunction row, Program program, BufferView[] inputs, int length)
    {
        FoldLoops?[] loops = FoldTable.Of(program);
        BufferView[] outputs = [.. loops.Select(_ => BufferView.Allocate(DType.Int8, [FoldLoops.RowBytes + (length + 2) * 8]))];
        byte** pointers = stackalloc byte*[inputs.Length];
        byte** results = stackalloc byte*[outputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            pointers[i] = inputs[i].Pointer;
        for (int i = 0; i < outputs.Length; i++)
        {
            results[i] = outputs[i].Pointer;
            new Span<byte>(results[i], (int)outputs[i].Size).Fill(0xCD);
            loops[i]?.StartRow(results[i]);
        }
        row(pointers, results, length);
        GC.KeepAlive(inputs);
        return [.. outputs.Select((output, i) => Bytes(output, loops[i], program.Instructions[program.Outputs[i]].DType, length))];
    }

    private static byte[] Bytes(BufferView output, FoldLoops? loops, DType dtype, int length)
    {
        if (loops is null)
            return new ReadOnlySpan<byte>(output.Pointer, (length + 2) * dtype.Size).ToArray();
        byte* total = stackalloc byte[64];
        loops.Start(total, 1);
        loops.EndRow(total, output.Pointer, length);
        GC.KeepAlive(output);
        return Finish(loops, total, dtype);
    }
}
