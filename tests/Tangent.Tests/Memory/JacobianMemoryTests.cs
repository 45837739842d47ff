using Xunit;

namespace Tangent.Tests.Memory;

[Collection("peak memory")]
public class JacobianMemoryTests
{
    private static readonly NDArray Weights = Mx.Sin(Mx.Reshape(Mx.Arange(0.0, 30_000, 1, DType.Float64), (300, 100))).Eval(), X = Mx.Ones(300, DType.Float64).Eval();

    private static NDArray F(NDArray v) => Mx.Sum(Mx.Sort(Mx.Tanh(Mx.ExpandDims(v, 1) * Weights), 0), 1);

    // 300 tangents of 300 × 100 numbers are 72 MB, twenty of them 5.
    [Fact]
    public void AChunkNeedsThePeakOfItsTangentsAlone()
    {
        double all = Peak.Of(() => [Mx.JacFwd(F)(X)]), some = Peak.Of(() => [Mx.JacFwd(F, 20)(X)]);
        Peak.AtMost(all / 4, some, $"in chunks, {all:0.0} MB at once");
        double hessian = Peak.Of(() => [Mx.Hessian(v => Mx.Sum(Mx.Square(F(v))))(X)]), parts = Peak.Of(() => [Mx.Hessian(v => Mx.Sum(Mx.Square(F(v))), 20)(X)]);
        Peak.AtMost(hessian / 4, parts, $"in chunks, {hessian:0.0} MB at once");
    }
}
