using Xunit;

namespace Tangent.Kernels.Tests.Expressions;

/// <summary>Equal steps have one number, however many there are.</summary>
public class ProgramBuilderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void EqualStepsHaveOneNumber(int count)
    {
        var builder = new ProgramBuilder();
        for (int i = 0; i < count; i++)
            Assert.Equal(i, builder.Add(Instruction.Input(i, DType.Float32)));
        for (int i = count - 1; i >= 0; i--)
            Assert.Equal(i, builder.Add(Instruction.Input(i, DType.Float32)));
        Assert.Equal(count, builder.Build([], [0]).Instructions.Length);
    }

    [Fact]
    public void StepsThatDifferInAnyPartAreDifferent()
    {
        var builder = new ProgramBuilder();
        int x = builder.Add(Instruction.Input(0, DType.Float32)), y = builder.Add(Instruction.Input(1, DType.Float32));
        int[] steps =
        [
            x,
            y,
            builder.Add(Instruction.Input(0, DType.Float64)),
            builder.Add(Instruction.Constant(DType.Float32, 0)),
            builder.Add(new Instruction(ScalarOp.Add, DType.Float32, x, y, -1, 0)),
            builder.Add(new Instruction(ScalarOp.Add, DType.Float32, y, x, -1, 0)),
            builder.Add(new Instruction(ScalarOp.Subtract, DType.Float32, x, y, -1, 0)),
        ];
        Assert.Equal(Enumerable.Range(0, 7), steps);
    }

    [Fact]
    public void TheArgumentsOfABodyAreSteps()
    {
        var builder = new ProgramBuilder();
        int x = builder.Add(Instruction.Input(5, DType.Float32));
        Expr first = Expr.Input(0, DType.Float32);
        int sum = builder.Add(Program.From([DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Add, Expr.Unary(ScalarOp.Exp, first), Expr.Input(1, DType.Float32))), [x, x]);
        Assert.Equal(
            [Instruction.Input(5, DType.Float32), new(ScalarOp.Exp, DType.Float32, 0, -1, -1, 0), new(ScalarOp.Add, DType.Float32, 1, 0, -1, 0)],
            builder.Build([DType.Float32], [sum]).Instructions);
    }
}
