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
    public void ArraysOfFourAndFiveAxesConvert()
    {
        NDArray four = new float[1, 2, 3, 4], five = new double[1, 2, 1, 2, 3], bools = new bool[2, 1, 1, 2], ints = new int[1, 1, 1, 2, 2], longs = new long[1, 2, 1, 1];
        Assert.Equal(("float32[1,2,3,4]", "float64[1,2,1,2,3]"), ($"{four.Spec}", $"{five.Spec}"));
        Assert.Equal(("bool[2,1,1,2]", "int32[1,1,1,2,2]", "int64[1,2,1,1]"), ($"{bools.Spec}", $"{ints.Spec}", $"{longs.Spec}"));
    }

    [Fact]
    public void ArraysOfArraysConvert()
    {
        NDArray matrix = new float[][] { [1, 2, 3], [4, 5, 6] };
        Assert.Equal(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }, matrix.ToArray2D<float>());
        Assert.Equal("float64[2,2]", $"{Mx.Array([[1.0, 2.0], [3.0, 4.0]]).Spec}");
        Assert.Equal("int32[2,0]", $"{((NDArray)new int[][] { [], [] }).Spec}");
        Assert.Equal("float32[0]", $"{((NDArray)System.Array.Empty<float[]>()).Spec}");
        Refusal.Argument("Array: row 1 has 1 elements, row 0 has 2.", () => (NDArray)new long[][] { [1, 2], [3] });
        Refusal.Argument("Array: row 1 is null.", () => (NDArray)new bool[][] { [true], null! });
    }

    [Fact]
    public void ListsConvert()
    {
        NDArray x = new List<float> { 1, 2 }, y = new List<int> { 3 }, none = new List<double>();
        Assert.Equal(("float32[2]", "int32[1]", "float64[0]"), ($"{x.Spec}", $"{y.Spec}", $"{none.Spec}"));
        Assert.Equal([1, 2], x.ToArray<float>());
        Assert.Equal("array([1, 2], dtype=float32)", Mx.Array(System.Collections.Immutable.ImmutableArray.Create(1f, 2f)).ToString());
    }

    [Fact]
    public void EveryNumberIsALiteral()
    {
        NDArray x = Mx.Ones(2, DType.Float16), small = Mx.Ones(2, DType.UInt8);
        byte b = 2; sbyte sb = 2; short s = 2; ushort us = 2; uint u = 2; ulong ul = 2; nint n = 2; Half h = (Half)2; var bf = (BFloat16)2f;
        foreach (NDArray product in new[] { x * b, x * sb, x * s, x * us, x * u, x * ul, x * n, x * h, x * bf, b * x, u * x, us * x })
            Assert.Equal("array([2, 2], dtype=float16)", product.ToString());
        foreach (NDArray sum in new[] { small + b, small + s, small + u, small + ul, sb + small })
            Assert.Equal("array([3, 3], dtype=uint8)", sum.ToString());
        Assert.Equal((DType.Int32, DType.Int64), (((NDArray)b).DType, ((NDArray)uint.MaxValue).DType));
        Assert.Equal("array([1+2j, 1+2j], dtype=complex64)", (x * new Complex64(1, 2)).ToString());
    }

    [Fact]
    public void AnArrayOfOneElementBecomesAnyNumber()
    {
        NDArray x = new[] { 2.75 };
        Assert.Equal(((byte)2, (sbyte)2, (short)2, (ushort)2), ((byte)x, (sbyte)x, (short)x, (ushort)x));
        Assert.Equal((2u, 2ul, 2L, (Half)2.75, 2.75f), ((uint)x, (ulong)x, (long)x, (Half)x, (float)(BFloat16)x));
        Assert.Equal(ulong.MaxValue, (ulong)(NDArray)ulong.MaxValue);
        Assert.Throws<InvalidOperationException>(() => (byte)Mx.Zeros(2));
        Assert.Throws<ArgumentNullException>(() => (int)(NDArray)null!);
        Assert.Throws<ArgumentNullException>(() => (bool)(NDArray)null!);
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
