using Xunit;

namespace Tangent.Tests.Arrays;

public class ElementViewTests
{
    [Fact]
    public unsafe void ReadsContiguousElementsWhereTheyLie()
    {
        NDArray x = Mx.Arange(12).Reshape(3, 4);
        using ElementView<int> all = x.Elements<int>();
        using ElementView<int> part = x[1..].Elements<int>();
        fixed (int* first = all.Span, later = part.Span)
            Assert.Equal(4, later - first);
        Assert.Equal([4, 5, 6, 7, 8, 9, 10, 11], part.Span);
    }

    [Fact]
    public void GathersElementsThatAreNotContiguous()
    {
        using ElementView<int> elements = Mx.Arange(6).Reshape(2, 3).T.Elements<int>();
        Assert.Equal([0, 3, 1, 4, 2, 5], elements.Span);
        Assert.Equal([3, 2], elements.TensorSpan.Lengths.ToArray());
        Assert.Equal(4, elements.TensorSpan[1, 1]);
    }

    [Fact]
    public void ReadsScalarsAndNothing()
    {
        using ElementView<float> scalar = ((NDArray)2.5).Elements<float>();
        using ElementView<float> none = Mx.Zeros((0, 3)).Elements<float>();
        Assert.Equal([2.5f], scalar.Span);
        Assert.Empty(none.Span.ToArray());
        Assert.Equal(0, none.TensorSpan.FlattenedLength);
    }

    [Fact]
    public void AnotherTypeIsRefused() =>
        Assert.Throws<InvalidOperationException>(() => Mx.Zeros(2).Elements<double>().Span.Length);

    [Fact]
    public void KeepsTheMemoryWhenTheArrayIsGone()
    {
        using ElementView<float> elements = Large().Elements<float>();
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.Equal(0, Mx.Zeros(100_000).Eval()[0].Item<float>());
        }
        Assert.Equal(-1, elements.Span.IndexOfAnyExcept(7f));
    }

    private static NDArray Large() => Mx.Full(100_000, 7f);
}
