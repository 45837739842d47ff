using System.Numerics;
using Xunit;

namespace Tangent.Tests.Ops.Creation;

public class ArrayTests
{
    [Fact]
    public void ArraysOfEveryRankKeepTheirTypeAndShape()
    {
        Check(Mx.Array(new[] { 1.0, 2 }), DType.Float64, 2, 1.0, 2);
        Check(Mx.Array(new[,] { { 1f, 2, 3 }, { 4, 5, 6 } }), DType.Float32, (2, 3), 1f, 2, 3, 4, 5, 6);
        Check(Mx.Array(new[, ,] { { { 1L }, { 2 } } }), DType.Int64, (1, 2, 1), 1L, 2L);
        Check(Mx.Array(new byte[2, 0]), DType.UInt8, (2, 0), System.Array.Empty<byte>());
        Check(Mx.Array(new int[][] { [1, 2], [3, 4] }), DType.Int32, (2, 2), 1, 2, 3, 4);
        Check(Mx.Array(new List<ulong> { 1, ulong.MaxValue }), DType.UInt64, 2, 1UL, ulong.MaxValue);
    }

    [Fact]
    public void ScalarsSpansAndMemory()
    {
        Check(Mx.Array(2.5), DType.Float32, Shape.Scalar, 2.5f);
        Check(Mx.Array(3, DType.Int8), DType.Int8, Shape.Scalar, (sbyte)3);
        Check(Mx.Array<short>([1, 2, 3, 4], (2, 2)), DType.Int16, (2, 2), new short[] { 1, 2, 3, 4 });
        Check(Mx.Array<Half>(new Memory<Half>([(Half)1]).Span, 1), DType.Float16, 1, (Half)1);
        Check(Mx.Array(new[,] { { new Complex(1, 2) } }), DType.Complex64, (1, 1), new Complex64(1, 2));
        Check(Mx.Array(new[] { new Complex(1, 2) }), DType.Complex64, 1, new Complex64(1, 2));
    }

    [Fact]
    public void NestedNumbersMeetInOneType()
    {
        Check(Mx.Array(new object[] { true, 2 }), DType.Int32, 2, 1, 2);
        Check(Mx.Array(new object[] { 1, 2.5f }), DType.Float32, 2, 1f, 2.5f);
        Check(Mx.Array(new object[] { ulong.MaxValue, 2.5 }), DType.Float64, 2, ulong.MaxValue, 2.5);
        Check(Mx.Array(new object[] { new object[] { 1.5f, 2 }, new List<long> { 3, 4 } }), DType.Float32, (2, 2), 1.5f, 2, 3, 4);
        Check(Mx.Array(new[] { System.Array.Empty<int>(), System.Array.Empty<int>() }), DType.Int32, (2, 0), System.Array.Empty<int>());
        Check(Mx.Array(new object[] { 1.7, 2.2 }, DType.Int32), DType.Int32, 2, 1, 2);
    }

    [Fact]
    public void ArraysInSequencesAreStacked() =>
        Check(Mx.Array(new List<NDArray> { new[] { 1, 2 }, new[] { 3, 4 } }), DType.Int32, (2, 2), 1, 2, 3, 4);

    [Fact]
    public void RefusesWhatHasNoShape()
    {
        Assert.Throws<ArgumentException>(() => Mx.Array(new int[][] { [1, 2], [3] }));
        Assert.Throws<ArgumentException>(() => Mx.Array(new object[] { 1, new[] { 2 } }));
        Assert.Throws<ArgumentException>(() => Mx.Array(new object[] { new[] { 1 }, 2 }));
        Assert.Throws<ArgumentException>(() => Mx.Array(new object[] { System.Array.Empty<int>(), new[] { new[] { 1 } } }));
        Assert.Throws<ArgumentException>(() => Mx.Array(new object?[] { null }));
        Assert.Throws<ArgumentException>(() => Mx.Array(new[] { 'a' }));
        Assert.Throws<ArgumentException>(() => Mx.Array("text"));
        Assert.Throws<ArgumentException>(() => Mx.Array<int>([1, 2, 3], (2, 2)));
        var endless = new List<object>();
        endless.Add(endless);
        Assert.Throws<ArgumentException>(() => Mx.Array(endless));
    }

    private static void Check<T>(NDArray x, DType dtype, Shape shape, params T[] expected) where T : unmanaged
    {
        Assert.Equal((dtype, shape), (x.DType, x.Shape));
        Assert.Equal(expected, x.ToArray<T>());
    }
}
