using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Ops.Creation;

public class FromMemoryTests
{
    [Fact]
    public unsafe void TheArrayLiesInTheMemory()
    {
        float[] numbers = [0, 1, 2, 3, 4, 5, 6];
        NDArray x = Mx.FromMemory<float>(numbers.AsMemory(1), (2, 3));
        x.Read<float>(elements =>
        {
            fixed (float* expected = numbers, actual = elements)
                Assert.True(expected + 1 == actual);
        });
        Assert.Equal([6, 15], Mx.Sum(x, 1).ToArray<float>());
    }

    [Fact]
    public void TheMemoryStaysAsLongAsTheArray()
    {
        NDArray x = Borrowed();
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal(1000 * 999 / 2, Mx.Sum(x).Item<long>());
    }

    [Fact]
    public void NothingIsAnArrayToo() => Assert.Equal(0, Mx.Sum(Mx.FromMemory(ReadOnlyMemory<float>.Empty)).Item<float>());

    [Fact]
    public void AShapeThatTheElementsDoNotFillIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.FromMemory<float>(new float[5], (2, 3)));
        Assert.StartsWith("FromMemory: 5 elements do not fill shape [2,3].", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Mx.FromMemory<char>(new char[1]));
    }

    [Fact]
    public void ATensorKeepsItsStrides()
    {
        Tensor<double> whole = Tensor.Create<double>([1, 2, 3, 4, 5, 6], [2, 3]);
        Assert.Equal(new double[,] { { 2, 3 }, { 5, 6 } }, Mx.FromTensor(whole.Slice(0..2, 1..3)).ToArray2D<double>());
        Assert.Equal(new double[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, (Mx.FromTensor(whole).T + 0.0).ToArray2D<double>());
        NDArray x = Mx.FromTensor(whole);
        whole[1, 2] = 10;
        Assert.Equal(10, x[1, 2].Item<double>());
    }

    /// <summary>.NET has no tensor of one element without axes: a scalar becomes one of shape [1], and the tensor without axes holds nothing.</summary>
    [Fact]
    public void AScalarAndTheTensorWithoutAxesKeepTheirElements()
    {
        Tensor<float> one = ((NDArray)2.5f).ToTensor<float>();
        Assert.Equal([1], one.Lengths.ToArray());
        Assert.Equal(2.5f, one[0]);
        Assert.Equal("array([2.5], dtype=float32)", Mx.FromTensor(one).ToString());
        Assert.Equal("array([2.5], dtype=float32)", Mx.Array(one).ToString());
        Assert.Equal(new Shape([0]), Mx.Array(Tensor<float>.Empty).Shape);
        Assert.Equal(new Shape([0]), Mx.FromTensor(Tensor<float>.Empty).Shape);
        Assert.Equal(new Shape([0]), ((NDArray)Tensor<float>.Empty).Shape);
        Assert.Equal(new Shape([0]), Mx.Array(default(ReadOnlyTensorSpan<float>)).Shape);
        Assert.Equal(new Shape([0]), Mx.Array(default(TensorSpan<float>)).Shape);
    }

    [Theory]
    [InlineData(0), InlineData(0, 3), InlineData(2, 0), InlineData(2, 0, 4)]
    public void EmptyTensorsKeepTheirShape(params int[] shape)
    {
        Tensor<double> tensor = Mx.Zeros(shape, DType.Float64).ToTensor<double>();
        Assert.Equal(shape, tensor.Lengths.ToArray().Select(length => (int)length));
        Assert.Equal(new Shape(shape), Mx.Array(tensor).Shape);
        Assert.Equal(new Shape(shape), Mx.FromTensor(tensor).Shape);
        Assert.Equal(0, (Mx.FromTensor(tensor) + 1).Sum().Item<double>());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NDArray Borrowed() => Mx.FromMemory<long>(Enumerable.Range(0, 1000).Select(i => (long)i).ToArray());
}
