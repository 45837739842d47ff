using CsCheck;
using Tangent.Kernels.Tests.Operations;
using Xunit;

namespace Tangent.Kernels.Tests.Map.Emission;

public sealed unsafe class EmitterTests
{
    private static readonly int[] Lengths = [0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 1000];

    [Theory]
    [InlineData(DType.Float32, DType.Int32)]
    [InlineData(DType.Float32, DType.UInt32)]
    [InlineData(DType.Float16, DType.Int32)]
    [InlineData(DType.BFloat16, DType.Int32)]
    [InlineData(DType.Float64, DType.Int64)]
    [InlineData(DType.Float64, DType.UInt64)]
    public void Emitted_programs_equal_interpreted_ones_bit_for_bit(DType floating, DType integer) =>
        Gen.Select(RandomPrograms.Over(floating, integer), Gen.Int[0, 31], Gen.Int[0, Lengths.Length - 1].Select(i => Lengths[i]), RandomPrograms.Value.Array[64])
            .Sample((program, scalars, length, values) =>
            {
                Assert.True(Emitter.Supports(program));
                BufferView[] inputs = [.. program.Inputs.Select((dtype, i) => Elements(dtype, length + 1, values, i))];
                byte[][] interpreted = Run(new TileInterpreter(TilePlan.Of(program, (ulong)scalars)).Run, program, inputs, length);
                Assert.Equal(interpreted, Run(Emitter.Emit(program, (ulong)scalars), program, inputs, length));
                Assert.Equal(interpreted, Run(Emitter.Emit(program, (ulong)scalars, isStreaming: true), program, inputs, length));
            }, iter: 150, threads: 1);

    [Fact]
    public void Every_operation_that_is_emitted_equals_the_interpreted_one()
    {
        double[] values = [.. RandomPrograms.Special, 0.25, -0.75, 3, -7, 12.5, 100, -1e3, 1e5];
        foreach (ScalarOp op in ScalarOps.All)
        {
            int emitted = 0, arity = ScalarOperations.Of(op).Arity;
            foreach (DType dtype in Enum.GetValues<DType>().Where(ScalarOperations.Of(op).Takes))
            {
                Expr x = Expr.Input(0, dtype), y = Expr.Input(1, dtype);
                var program = Program.From([dtype, dtype], arity == 1 ? Expr.Unary(op, x) : Expr.Binary(op, x, y));
                if (!Emitter.Supports(program))
                    continue;
                emitted++;
                BufferView[] inputs = [Elements(dtype, 100, values, 0), Elements(dtype, 100, values, 1)];
                byte[][] interpreted = Run(new TileInterpreter(TilePlan.Of(program, 0)).Run, program, inputs, 99);
                Assert.True(interpreted[0].SequenceEqual(Run(Emitter.Emit(program, 0), program, inputs, 99)[0]), $"{op} of {dtype.Name()} differs");
            }
            // float32 of 32 bits and float64 of 64, the least that a floating operation must have.
            Assert.True(emitted >= 2 || !ScalarOperations.Of(op).Takes(DType.Float64), $"{op} is not emitted");
        }
    }

    [Fact]
    public void Programs_of_two_sizes_and_of_small_integers_are_not_supported()
    {
        Assert.False(Emitter.Supports(Casts.Of(DType.Float32, DType.Float64)));
        Assert.False(Emitter.Supports(Casts.Of(DType.Int8, DType.Int16)));
        Assert.False(Emitter.Supports(Program.From([DType.Int32], Expr.Binary(ScalarOp.FloorDivide, Expr.Input(0, DType.Int32), Expr.Input(0, DType.Int32)))));
    }

    private static BufferView Elements(DType dtype, int length, double[] values, int input)
    {
        BufferView doubles = Views.Of(Enumerable.Range(0, length).Select(i => values[(i * 7 + input * 13) % values.Length]).ToArray(), length);
        BufferView result = BufferView.Allocate(dtype, [length]);
        MapExecutor.Run(Casts.Of(DType.Float64, dtype), [doubles], [result]);
        return result;
    }

    // Outputs with two guard elements; NaN in one representation, since hardware keeps that of either argument.
    private static byte[][] Run(LoopFunction row, Program program, BufferView[] inputs, int length)
    {
        BufferView[] outputs = [.. program.Outputs.Select(step => BufferView.Allocate(program.Instructions[step].DType, [length + 2]))];
        foreach (BufferView output in outputs)
            new Span<byte>(output.Pointer, (int)output.Size).Fill(0xCD);
        byte** pointers = stackalloc byte*[inputs.Length];
        byte** results = stackalloc byte*[outputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            pointers[i] = inputs[i].Pointer;
        for (int i = 0; i < outputs.Length; i++)
            results[i] = outputs[i].Pointer;
        row(pointers, results, length);
        GC.KeepAlive(inputs);
        return Array.ConvertAll(outputs, Bytes);
    }

    private static byte[] Bytes(BufferView view)
    {
        for (long i = 0; i < view.Layout.Count; i++)
        {
            if (view.DType == DType.Float32 && float.IsNaN(((float*)view.Pointer)[i]))
                ((float*)view.Pointer)[i] = float.NaN;
            else if (view.DType == DType.Float64 && double.IsNaN(((double*)view.Pointer)[i]))
                ((double*)view.Pointer)[i] = double.NaN;
            else if (view.DType == DType.Float16 && Half.IsNaN(((Half*)view.Pointer)[i]))
                ((Half*)view.Pointer)[i] = Half.NaN;
            else if (view.DType == DType.BFloat16 && float.IsNaN(((BFloat16*)view.Pointer)[i]))
                ((BFloat16*)view.Pointer)[i] = (BFloat16)float.NaN;
        }
        return new ReadOnlySpan<byte>(view.Pointer, (int)view.Size).ToArray();
    }
}
