using System.Runtime.CompilerServices;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Interop;

/// <summary>What is lent says where and what it is, and stays until it is given back.</summary>
public unsafe class ToDLPackTests
{
    public static TheoryData<DType> Types => [.. Enum.GetValues<DType>()];

    [Theory, MemberData(nameof(Types))]
    public void EveryTypeGoesOutAndInAgain(DType dtype)
    {
        NDArray x = Mx.Reshape(Mx.Arange(6), (2, 3)).AsType(dtype);
        foreach (bool isVersioned in new[] { false, true })
        {
            NDArray y = Mx.FromDLPack(x.ToDLPack(isVersioned), isVersioned);
            Assert.Equal(x.Spec, y.Spec);
            Assert.Equal((nint)x.View().Pointer, (nint)y.View().Pointer);
            Assert.True(Mx.ArrayEqual(x, y).Item<bool>());
        }
    }

    [Theory]
    [InlineData(DType.Bool, 6, 8)]
    [InlineData(DType.UInt8, 1, 8)]
    [InlineData(DType.UInt64, 1, 64)]
    [InlineData(DType.Int16, 0, 16)]
    [InlineData(DType.Float16, 2, 16)]
    [InlineData(DType.BFloat16, 4, 16)]
    [InlineData(DType.Float64, 2, 64)]
    [InlineData(DType.Complex64, 5, 64)]
    public void TheStructureSaysWhatItIs(DType dtype, byte code, byte bits)
    {
        NDArray x = Mx.Transpose(Mx.Reshape(Mx.Arange(6), (2, 3)).AsType(dtype))[1..].Eval();
        nint managed = x.ToDLPack();
        DLTensor tensor = ((DLManagedTensor*)managed)->Tensor;
        Assert.Equal(new DLElementType(code, bits, 1), tensor.ElementType);
        Assert.Equal((1, 0, 2, 0ul), (tensor.DeviceType, tensor.DeviceIndex, tensor.Rank, tensor.ByteOffset));
        Assert.Equal([2, 2], new ReadOnlySpan<long>(tensor.Lengths, 2));
        Assert.Equal([1, 3], new ReadOnlySpan<long>(tensor.Strides, 2));
        Assert.Equal((nint)x.View().Pointer, (nint)tensor.Data);
        ((DLManagedTensor*)managed)->Deleter((DLManagedTensor*)managed);
    }

    [Fact]
    public void FlagsSayWhetherItMayBeWritten()
    {
        NDArray x = Mx.Arange(6).Eval();
        var lent = (DLManagedTensorVersioned*)x.ToDLPack(isVersioned: true);
        var copied = (DLManagedTensorVersioned*)x.ToDLPack(isVersioned: true, copy: true);
        Assert.Equal((1u, DLManagedTensorVersioned.ReadOnly), (lent->Major, lent->Flags));
        Assert.Equal(DLManagedTensorVersioned.Copied, copied->Flags);
        *(int*)copied->Tensor.Data = 7;
        Assert.Equal(0, x[0].Item<int>());
        lent->Deleter(lent);
        copied->Deleter(copied);
    }

    [Fact]
    public void StepsBackwardsAreCopied()
    {
        NDArray x = Mx.Flip(Mx.Arange(6)).Eval();
        var lent = (DLManagedTensor*)x.ToDLPack();
        Assert.Equal(1, lent->Tensor.Strides[0]);
        Assert.Equal([5, 4, 3, 2, 1, 0], new ReadOnlySpan<int>(lent->Tensor.Data, 6));
        lent->Deleter(lent);
        Law.Same([x], [Mx.FromDLPack(x.ToDLPack(true), true)], "elements");
    }

    [Fact]
    public void ScalarsLiteralsAndRepeatsGoOut()
    {
        Law.Same([Mx.Array([2.5f])[0]], [Mx.FromDLPack(((NDArray)2.5f).ToDLPack())], "a literal");
        NDArray repeated = Mx.BroadcastTo(Mx.Array([1f, 2f]), (3, 2));
        Law.Same([repeated], [Mx.FromDLPack(repeated.ToDLPack())], "repeated rows");
        Law.Same([Mx.Zeros((2, 0))], [Mx.FromDLPack(Mx.Zeros((2, 0)).ToDLPack())], "nothing");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1 << 20)]
    public void ItStaysUntilItIsGivenBack(int length)
    {
        (nint managed, WeakReference memory) = Lend(length);
        ForeignTensor.Collect();
        var lent = (DLManagedTensor*)managed;
        Assert.True(memory.IsAlive);
        Assert.Equal([.. Enumerable.Range(0, 8)], new ReadOnlySpan<int>(lent->Tensor.Data, 8).ToArray());
        lent->Deleter(lent);
        ForeignTensor.Collect();
        Assert.False(memory.IsAlive);
    }

    [Fact]
    public void WhatComesBackUnusedIsFreed()
    {
        WeakReference memory = LendAndTakeBack();
        ForeignTensor.Collect();
        Assert.False(memory.IsAlive);
    }

    [Fact]
    public void WhereThereIsNoValueItSaysSo() =>
        Assert.StartsWith("Compile: ToDLPack reads the value", Assert.Throws<InvalidOperationException>(() => Mx.Compile((NDArray x) => Mx.FromDLPack(x.ToDLPack()))(Mx.Ones(2))).Message);

    // Methods of their own, so that no handle lives.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (nint Managed, WeakReference Memory) Lend(int length)
    {
        NDArray x = Mx.Arange(length) + 0;
        return (x.ToDLPack(), new WeakReference(x.View().Buffer));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LendAndTakeBack()
    {
        NDArray x = Mx.Arange(100_000) + 0;
        Assert.Equal(99_999, Mx.FromDLPack(x.ToDLPack(true), true)[^1].Item<int>());
        return new WeakReference(x.View().Buffer);
    }
}
