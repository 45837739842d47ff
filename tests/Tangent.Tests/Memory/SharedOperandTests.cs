using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>An operand that many products share is repeated neither in the product nor in its derivatives.</summary>
[Collection("memory limit")]
public class SharedOperandTests
{
    private const long MB = 1_000_000;

    [Fact]
    public void TheGradientOfASharedMatrixIsOneProduct()
    {
        NDArray x = Numbers((1024, 1, 512)), w = Numbers((512, 512)), ct = Numbers((1024, 1, 512));
        Func<NDArray, NDArray> gradient = Mx.Grad(v => Mx.Sum(Mx.MatMul(x, v) * ct));
        AssertPeak(12 * MB, () => gradient(w));
        NDArray expected = Mx.MatMul(Mx.Transpose(Mx.Reshape(x, (1024, 512))), Mx.Reshape(ct, (1024, 512)));
        Assert.True(Mx.AllClose(gradient(w), expected, 1e-4, 1e-3).Item<bool>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AMatrixTimesEachVectorOfABatchIsOneProduct(int axis)
    {
        NDArray w = Numbers((512, 512)), v = Numbers((1024, 512));
        NDArray batch = axis == 0 ? v : Mx.Contiguous(Mx.Transpose(v));
        batch.Eval();
        NDArray Map(NDArray matrix) => Mx.Vmap(x => [Mx.MatMul(matrix, x[0])], [axis])([batch])[0];
        AssertPeak(3 * MB, () => Map(w));
        Assert.True(Mx.AllClose(Map(w), Mx.MatMul(v, Mx.Transpose(w)), 1e-4, 1e-3).Item<bool>());

        Func<NDArray, NDArray> gradient = Mx.Grad(matrix => Mx.Sum(Mx.Square(Map(matrix))));
        AssertPeak(12 * MB, () => gradient(w));
        NDArray expected = 2 * Mx.MatMul(Mx.Transpose(Mx.MatMul(v, Mx.Transpose(w))), v);
        Assert.True(Mx.AllClose(gradient(w), expected, 1e-3, 1e-1).Item<bool>());
    }

    // The product of one row with each matrix: to stand the matrices side by side would take as much memory again.
    [Fact]
    public void TheGradientOfASharedRowCopiesNoMatrices()
    {
        NDArray row = Numbers((1, 256)), y = Numbers((64, 256, 256));
        Func<NDArray, NDArray> gradient = Mx.Grad(v => Mx.Sum(Mx.Square(Mx.MatMul(v, y))));
        AssertPeak(2 * MB, () => gradient(row));
    }

    private static NDArray Numbers(Shape shape)
    {
        NDArray x = Mx.Random.Uniform(-1, 1, shape, key: Mx.Random.Key(7));
        x.Eval();
        return x;
    }

    // The second time, when what was there before is no longer in use.
    private static void AssertPeak(long most, Func<NDArray> function)
    {
        function().Eval();
        for (int i = 0; i < 3; i++)
            BufferPool.Shared.CollectAll();
        long before = Mx.GetActiveMemory();
        Mx.ResetPeakMemory();
        NDArray result = function();
        result.Eval();
        Assert.InRange(Mx.GetPeakMemory() - before, result.Size * sizeof(float), most);
    }
}
