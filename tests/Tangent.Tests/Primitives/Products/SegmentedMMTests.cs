using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Primitives.Products;

public class SegmentedMMTests
{
    [Fact]
    public void SegmentsAreAsSlices()
    {
        NDArray a = Samples.Numbers((3, 6)), b = Samples.Numbers((6, 2), seed: 1);
        NDArray y = Mx.SegmentedMM(a, b, new[,] { { 1, 4 }, { -2, 99 }, { 4, 1 }, { -99, -5 } });
        Same(Mx.MatMul(a[.., 1..4], b[1..4]), y[0]);
        Same(Mx.MatMul(a[.., 4..], b[4..]), y[1]);
        Same(Mx.Zeros((3, 2), DType.Float64), y[2]);
        Same(Mx.MatMul(a[.., ..1], b[..1]), y[3]);
    }

    [Fact]
    public void AnyIntegersAreSegments()
    {
        NDArray a = Mx.Ones((1, 4)), b = Mx.Ones((4, 1));
        foreach (DType dtype in (DType[])[DType.UInt8, DType.UInt16, DType.UInt32, DType.UInt64, DType.Int8, DType.Int16, DType.Int32, DType.Int64])
            Assert.Equal([2f, 3], Mx.SegmentedMM(a, b, Mx.AsType(new[,] { { 0, 2 }, { 1, 9 } }, dtype)).ToArray<float>());
        Assert.Equal([4f], Mx.SegmentedMM(a, b, new ulong[] { 0, ulong.MaxValue }).ToArray<float>());
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        NDArray a = Mx.Zeros((3, 6)), b = Mx.Zeros((6, 2)), s = Mx.Zeros((4, 2), DType.Int32);
        Refusal.Argument("SegmentedMM: shapes [1,3,6] and [6,2] are not those of two matrices", () => Mx.SegmentedMM(a[Mx.NewAxis], b, s));
        Refusal.Argument("SegmentedMM: the inner lengths of shapes [3,6] and [2,6] differ.", () => Mx.SegmentedMM(a, Mx.Transpose(b), s));
        Refusal.Argument("SegmentedMM: the segments are int32[4,3]; they must be pairs of integers, [..., 2].", () => Mx.SegmentedMM(a, b, Mx.Zeros((4, 3), DType.Int32)));
        Refusal.Argument("SegmentedMM: the segments are float32[4,2]; they must be pairs of integers, [..., 2].", () => Mx.SegmentedMM(a, b, Mx.Zeros((4, 2))));
        Refusal.Of<ArgumentNullException>("Value cannot be null. (Parameter 'segments')", () => Mx.SegmentedMM(a, b, null!));
    }

    private static void Same(NDArray expected, NDArray actual) => Assert.True(Mx.AllClose(expected, actual, 1e-10, 1e-12).Item<bool>(), $"{expected}, {actual}");
}
