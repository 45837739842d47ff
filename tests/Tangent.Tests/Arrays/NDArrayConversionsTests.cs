using System.Numerics;
using System.Numerics.Tensors;
using Xunit;

namespace Tangent.Tests.Arrays;

public class NDArrayConversionsTests
{
    [Fact]
    public void EveryArrayOfElementsConvertsAndKeepsItsType()
    {
        (NDArray Array, DType DType)[] converted =
        [
            (new float[] { 1, 2 }, DType.Float32), (new double[] { 1, 2 }, DType.Float64), (new Half[] { (Half)1, (Half)2 }, DType.Float16),
            (new BFloat16[] { (BFloat16)1f, (BFloat16)2f }, DType.BFloat16), (new int[] { 1, 2 }, DType.Int32), (new long[] { 1, 2 }, DType.Int64),
            (new short[] { 1, 2 }, DType.Int16), (new sbyte[] { 1, 2 }, DType.Int8), (new uint[] { 1, 2 }, DType.UInt32),
            (new ulong[] { 1, 2 }, DType.UInt64), (new ushort[] { 1, 2 }, DType.UInt16), (new byte[] { 1, 2 }, DType.UInt8),
            (new Complex[] { 1, 2 }, DType.Complex64), (new Complex64[] { new(1, 0), new(2, 0) }, DType.Complex64),
        ];
        Assert.All(converted, pair =>
        {
            Assert.Equal(pair.DType, pair.Array.DType);
            Assert.Equal([1, 2], pair.Array.AsType(DType.Int32).ToArray<int>());
        });
        Assert.Equal([true, false], ((NDArray)new[] { true, false }).ToArray<bool>());
    }

    [Fact]
    public void ArraysOfTwoAndThreeAxesConvertAndComeBack()
    {
        NDArray matrix = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        Assert.Equal((2, 3), matrix.Shape);
        Assert.Equal(new float[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, matrix.T.ToArray2D<float>());
        NDArray cube = new int[,,] { { { 1, 2 } }, { { 3, 4 } } };
        Assert.Equal(new[, ,] { { { 1 }, { 2 } }, { { 3 }, { 4 } } }, cube.SwapAxes(1, 2).ToArray3D<int>());
        Assert.Throws<InvalidOperationException>(() => matrix.ToArray3D<float>());
        Assert.Throws<InvalidOperationException>(() => cube.ToArray2D<int>());
        Assert.Throws<InvalidOperationException>(() => matrix.ToArray2D<double>());
    }

    [Fact]
    public void AnArrayOfNoElementsConvertsAndComesBack()
    {
        NDArray none = new double[0, 3];
        Assert.Equal((0, 3), none.Shape);
        Assert.Equal(new double[0, 3], none.ToArray2D<double>());
        Assert.Empty(none.ToTensor<double>().ToArray());
    }

    [Fact]
    public void ScalarsTakeTheTypeOfTheArrayThatTheyMeet()
    {
        NDArray half = new[] { (Half)1 };
        Assert.Equal(DType.Float16, (half * 2.0).DType);
        Assert.Equal(DType.Float16, (half * (Half)2).DType);
        Assert.Equal(DType.UInt64, ((NDArray)ulong.MaxValue).DType);
        Assert.Equal(ulong.MaxValue, ((NDArray)ulong.MaxValue).Item<ulong>());
        Assert.Equal(DType.Int8, (new sbyte[] { 1 } + (NDArray)2ul).DType);
    }

    [Fact]
    public void ConversionsToNumbersAreExplicitAndConvert()
    {
        NDArray x = new[] { 2.75 };
        Assert.Equal(2.75, (double)x);
        Assert.Equal(2.75f, (float)x);
        Assert.Equal(2, (int)x);
        Assert.True((bool)x);
        Assert.Throws<InvalidOperationException>(() => (double)(NDArray)new[] { 1.0, 2.0 });
    }

    [Fact]
    public void ATensorIsCopied()
    {
        Tensor<float> tensor = Tensor.Create<float>([1, 2, 3, 4, 5, 6], [2, 3]);
        NDArray x = tensor;
        NDArray part = Mx.Array(tensor.AsReadOnlyTensorSpan().Slice([0..2, 1..3]));
        tensor[0, 1] = 9;
        Assert.Equal(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }, x.ToArray2D<float>());
        Assert.Equal(new float[,] { { 2, 3 }, { 5, 6 } }, part.ToArray2D<float>());
        Assert.Equal(DType.Float64, Mx.Array(tensor, DType.Float64).DType);
    }

    [Fact]
    public void AnArrayBecomesATensor()
    {
        Tensor<float> tensor = ((NDArray)new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).T.ToTensor<float>();
        Assert.Equal([3, 2], tensor.Lengths.ToArray());
        Assert.Equal(6, tensor[2, 1]);
    }

    [Fact]
    public void CopyToFillsASpan()
    {
        var destination = new int[5];
        Mx.Transpose(new[,] { { 1, 2 }, { 3, 4 } }).CopyTo(destination.AsSpan(1));
        Assert.Equal([0, 1, 3, 2, 4], destination);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.Array([1, 2]).CopyTo<int>(new int[1]));
        Assert.StartsWith("CopyTo: the array has 2 elements, the destination room for 1.", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Mx.Array([1, 2]).CopyTo<long>(new long[2]));
    }
}
