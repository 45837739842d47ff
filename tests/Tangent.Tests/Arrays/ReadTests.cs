using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Tangent.Tests.Docs;
using Xunit;

namespace Tangent.Tests.Arrays;

public class ReadTests
{
    [Fact]
    public unsafe void ReadsContiguousElementsWhereTheyLie()
    {
        NDArray x = Mx.Arange(12).Reshape(3, 4);
        NDArray part = x[1..];
        Assert.Equal(4 * sizeof(int), part.Read((ReadOnlySpan<int> e) => Address(e)) - x.Read((ReadOnlySpan<int> e) => Address(e)));
        Assert.Equal([4, 5, 6, 7, 8, 9, 10, 11], part.Read((ReadOnlySpan<int> e) => e.ToArray()));
    }

    [Fact]
    public void GathersElementsThatAreNotContiguous()
    {
        NDArray x = Mx.Arange(6).Reshape(2, 3).T;
        Assert.Equal([0, 3, 1, 4, 2, 5], x.Read((ReadOnlySpan<int> e) => e.ToArray()));
        Assert.Equal([3, 2], x.ReadTensor((ReadOnlyTensorSpan<int> e) => e.Lengths.ToArray()));
        Assert.Equal(4, x.ReadTensor((ReadOnlyTensorSpan<int> e) => e[1, 1]));
    }

    [Fact]
    public void ReadsScalarsAndNothing()
    {
        NDArray scalar = 2.5, none = Mx.Zeros((0, 3)), noColumns = Mx.Zeros((3, 0));
        Assert.Equal(2.5f, scalar.Read((ReadOnlySpan<float> e) => e[0]));
        Assert.Equal(2.5f, scalar.ReadTensor((ReadOnlyTensorSpan<float> e) => e[0]));
        Assert.Equal(0, none.Read((ReadOnlySpan<float> e) => e.Length));
        Assert.Equal([0, 3], none.ReadTensor((ReadOnlyTensorSpan<float> e) => e.Lengths.ToArray()));
        Assert.Equal([3, 0], noColumns.ReadTensor((ReadOnlyTensorSpan<float> e) => e.Lengths.ToArray()));
    }

    [Fact]
    public void AFunctionWithoutResultReadsToo()
    {
        float sum = 0;
        int rows = 0;
        Mx.Ones((2, 3)).Read<float>(e => sum = TensorPrimitives.Sum(e));
        Mx.Ones((2, 3)).ReadTensor<float>(e => rows = (int)e.Lengths[0]);
        Assert.Equal((6, 2), (sum, rows));
    }

    [Fact]
    public void AnotherTypeIsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Mx.Zeros(2).Read((ReadOnlySpan<double> e) => e.Length));
        Assert.StartsWith("Read: the elements are float32, not Double", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Mx.Zeros(2).ReadTensor((ReadOnlyTensorSpan<double> e) => e.Rank));
    }

    [Fact]
    public void MoreElementsThanASpanHoldsAreRefusedByName()
    {
        NDArray x = Mx.BroadcastTo((NDArray)1, (3, 1 << 30));
        foreach (Action read in new Action[] { () => x.Read<int>(_ => { }), () => x.ToArray<int>(), () => x.ToTensor<int>(), () => x.ToArray2D<int>() })
            Assert.Contains("int32[3,1073741824] has 3221225472 elements", Assert.Throws<InvalidOperationException>(read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheMemoryStaysWhileItIsRead() => Large().Read<float>(elements =>
    {
        for (int i = 0; i < 3; i++)
        {
            Collect();
            Assert.Equal(0, Mx.Zeros(100_000).Eval()[0].Item<float>());
        }
        Assert.Equal(-1, elements.IndexOfAnyExcept(7f));
    });

    [Fact]
    public void AssigningWhileTheElementsAreReadDoesNotChangeThem()
    {
        NDArray x = Large().Eval();
        x.Read<float>(elements =>
        {
            x[0] = 5;
            x.Eval();
            Assert.Equal(7, elements[0]);
        });
        Assert.Equal(5, x[0].Item<float>());
    }

    /// <summary>No safe code gets at elements that nobody keeps: the compiler lets no span leave the function.</summary>
    [Theory]
    [InlineData("ReadOnlySpan<float> escaped = x.Read((ReadOnlySpan<float> e) => e);")]
    [InlineData("ReadOnlySpan<float> escaped = default; x.Read<float>(e => escaped = e);")]
    [InlineData("Func<float> later = x.Read((ReadOnlySpan<float> e) => (Func<float>)(() => e[0]));")]
    [InlineData("x.Read<float>(async e => { await Task.Yield(); Console.WriteLine(e[0]); });")]
    [InlineData("System.Numerics.Tensors.ReadOnlyTensorSpan<float> escaped = x.ReadTensor((System.Numerics.Tensors.ReadOnlyTensorSpan<float> e) => e);")]
    public void NoSpanOutlivesTheFunctionThatReads(string attempt) =>
        Assert.Throws<InvalidDataException>(() => SnippetProgram.Run(new("page.md", "", [(1, $"NDArray x = Mx.Ones(3);\n{attempt}")])));

    private static unsafe nint Address(ReadOnlySpan<int> elements)
    {
        fixed (int* first = elements)
            return (nint)first;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NDArray Large() => Mx.Full(100_000, 7f);
}
