using System.Runtime.CompilerServices;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Interop;

/// <summary>Memory of another library is read where it lies, given back once when nobody reads it, and refused for a reason that is said.</summary>
public unsafe class FromDLPackTests
{
    private const byte Int = 0, Float = 2, Complex = 5, Bool = 6;

    private static readonly float[] Numbers = [.. Enumerable.Range(0, 24).Select(i => (float)i)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ItIsReadWhereItLies(bool isVersioned)
    {
        ForeignTensor foreign = ForeignTensor.Of(Numbers, Float, [2, 3, 4], isVersioned: isVersioned);
        NDArray x = Mx.FromDLPack(foreign.Managed(), isVersioned);
        Assert.Equal(DType.Float32, x.DType);
        Law.Same([Mx.Reshape(Mx.Arange(24.0), (2, 3, 4))], [x], "elements");
        Assert.Equal((nint)foreign.Tensor.Data, (nint)x.View().Pointer);
        Law.Same([2 * x], [Mx.Grad(v => Mx.Sum(v * v))(x)], "gradient");
        Assert.Equal(0, foreign.Freed);
        GC.KeepAlive(x);
    }

    public static TheoryData<long[], long[], int> Strided => new()
    {
        { [4, 3], [1, 4], 0 },
        { [3, 4], [-4, 1], 8 },
        { [2, 3, 2], [-12, -4, -1], 21 },
        { [3, 5], [0, 1], 2 },
        { [2, 1, 3], [12, 999, 2], 1 },
        { [24], [-1], 23 },
        { [1, 1], [-7, long.MaxValue], 5 },
        { [], [], 4 },
    };

    [Theory, MemberData(nameof(Strided))]
    public void AnyStridesAndOffsetAreRead(long[] lengths, long[] strides, int offset)
    {
        for (int way = 0; way < 2; way++)
        {
            ForeignTensor foreign = ForeignTensor.Of(Numbers, Float, lengths, strides);
            if (way == 0)
                foreign.Tensor.ByteOffset = (ulong)(4 * offset);
            else
                foreign.Tensor.Data += 4 * offset;
            NDArray x = Mx.FromDLPack(foreign.Managed());
            Assert.Equal(lengths, x.Shape.ToArray().Select(length => (long)length));
            float[] expected = [.. Places(lengths, strides).Select(place => Numbers[offset + place])];
            Assert.Equal(expected, x.ToArray<float>());
            Assert.Equal(expected.Sum(), Mx.Sum(x).Item<float>());
            Assert.Equal(expected.Select(value => value + 1), (x + 1).ToArray<float>());
        }
    }

    [Fact]
    public void ManyAxesAreNoDifficulty()
    {
        long[] lengths = [.. Enumerable.Repeat(1L, 60), 2, 3, 4];
        NDArray x = Mx.FromDLPack(ForeignTensor.Of(Numbers, Float, lengths).Managed());
        Assert.Equal(63, x.NDim);
        Assert.Equal(Numbers, x.ToArray<float>());
    }

    [Fact]
    public void ItIsGivenBackOnceWhenTheLastReaderIsGone()
    {
        foreach (bool isVersioned in new[] { false, true })
        {
            ForeignTensor foreign = ForeignTensor.Of(Numbers, Float, [24], isVersioned: isVersioned);
            ReadAndDrop(foreign);
            ForeignTensor.Collect();
            Assert.Equal(1, foreign.Freed);
            ForeignTensor.Collect();
            Assert.Equal(1, foreign.Freed);
        }
    }

    [Fact]
    public void WithoutADeleterItIsReadAllTheSame()
    {
        ForeignTensor foreign = new(new byte[8], Int, 32, [2]) { HasDeleter = false };
        Read(foreign);
        ForeignTensor.Collect();
        Assert.Equal(0, foreign.Freed);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Read(ForeignTensor foreign) => Assert.Equal([0, 0], Mx.FromDLPack(foreign.Managed()).ToArray<int>());
    }

    [Fact]
    public void WhatHasNoElementsIsGivenBackAtOnce()
    {
        ForeignTensor foreign = ForeignTensor.Of<double>([], Float, [3, 0]);
        foreign.Tensor.Data = null;
        NDArray x = Mx.FromDLPack(foreign.Managed());
        Assert.Equal(1, foreign.Freed);
        Assert.Equal((3, 0), x.Shape);
        Assert.Equal(DType.Float64, x.DType);
        Assert.Equal([0, 0, 0], Mx.Sum(x, axis: 1).ToArray<double>());
        GC.KeepAlive(x);
        ForeignTensor.Collect();
        Assert.Equal(1, foreign.Freed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ElementsBetweenTheirAddressesAreCopied(int misalignment)
    {
        ForeignTensor foreign = ForeignTensor.Of(Numbers, Float, [4, 6], [1, 4], misalignment: misalignment);
        NDArray x = Mx.FromDLPack(foreign.Managed());
        Assert.Equal(1, foreign.Freed);
        Law.Same([Mx.Transpose(Mx.Reshape(Mx.Arange(24.0), (6, 4)))], [x], "elements");
    }

    [Fact]
    public void EveryErrorSaysWhyAndLeavesTheTensorToItsOwner()
    {
        Refuses("the tensor lies on cuda 1; copy it to the processor before", foreign => (foreign.Tensor.DeviceType, foreign.Tensor.DeviceIndex) = (2, 1));
        Refuses("the tensor lies on metal 0;", foreign => foreign.Tensor.DeviceType = 8);
        Refuses("the tensor lies on device type 99 0;", foreign => foreign.Tensor.DeviceType = 99);
        Refuses("there is no element type float32 × 4", foreign => foreign.Tensor.ElementType = new(Float, 32, 4));
        Refuses("there is no element type float32 × 0", foreign => foreign.Tensor.ElementType = new(Float, 32, 0));
        Refuses("there is no element type complex128", foreign => foreign.Tensor.ElementType = new(Complex, 128, 1));
        Refuses("there is no element type int4", foreign => foreign.Tensor.ElementType = new(Int, 4, 1));
        Refuses("there is no element type bool1", foreign => foreign.Tensor.ElementType = new(Bool, 1, 1));
        Refuses("there is no element type code 10 of bits 8", foreign => foreign.Tensor.ElementType = new(10, 8, 1));
        Refuses("the tensor has -1 axes", foreign => foreign.Tensor.Rank = -1);
        Refuses("the tensor has 2 axes and no lengths", foreign => foreign.Tensor.Lengths = null);
        Refuses("axis 1 has length -3", foreign => foreign.Tensor.Lengths[1] = -3);
        Refuses("axis 0 has length 2147483648", foreign => foreign.Tensor.Lengths[0] = 1L << 31);
        Refuses("there is no data", foreign => foreign.Tensor.Data = null);
        Refuses("reach further than memory", foreign => foreign.Tensor.Strides[0] = long.MaxValue);
        Refuses("reach further than memory", foreign => foreign.Tensor.Strides[1] = long.MinValue);
    }

    [Fact]
    public void AStructureOfAnotherVersionIsRefused()
    {
        ForeignTensor foreign = new(new byte[8], Int, 32, [2], isVersioned: true) { Major = 2 };
        Assert.StartsWith("FromDLPack: the structure is of version 2.3, not 1.", Assert.Throws<ArgumentException>("managed", () => Mx.FromDLPack(foreign.Managed(), true)).Message);
        Assert.Equal(0, foreign.Freed);
    }

    [Fact]
    public void ANullPointerIsRefused() => Assert.Throws<ArgumentNullException>("managed", () => Mx.FromDLPack(0));

    private static void Refuses(string why, Action<ForeignTensor> spoil)
    {
        ForeignTensor foreign = ForeignTensor.Of(Numbers, Float, [2, 3], [3, 1]);
        spoil(foreign);
        var error = Assert.Throws<ArgumentException>("managed", () => Mx.FromDLPack(foreign.Managed()));
        Assert.StartsWith("FromDLPack: ", error.Message);
        Assert.Contains(why, error.Message);
        ForeignTensor.Collect();
        Assert.Equal(0, foreign.Freed);
    }

    // A method of its own, so that no handle lives.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadAndDrop(ForeignTensor foreign)
    {
        NDArray part = Part(foreign);
        ForeignTensor.Collect();
        Assert.Equal(0, foreign.Freed);
        Assert.Equal([3, 4], part.ToArray<float>());
        GC.KeepAlive(part);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NDArray Part(ForeignTensor foreign) => Mx.FromDLPack(foreign.Managed(), foreign.IsVersioned)[3..5].Eval();

    private static IEnumerable<int> Places(long[] lengths, long[] strides)
    {
        IEnumerable<int> places = [0];
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            (long length, long stride) = (lengths[axis], strides[axis]);
            places = [.. places.SelectMany(place => Enumerable.Range(0, (int)length).Select(i => place + (int)(i * stride)))];
        }
        return places;
    }
}
