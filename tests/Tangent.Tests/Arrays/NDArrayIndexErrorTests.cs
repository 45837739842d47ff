using Xunit;

namespace Tangent.Tests.Arrays;

/// <summary>Indices and values that do not fit: the error says what and where, and the array is as it was.</summary>
public class NDArrayIndexErrorTests
{
    private readonly NDArray x = Mx.Reshape(Mx.Arange(6), (2, 3));

    [Fact]
    public void TooManyIndices()
    {
        Refused<ArgumentException>(() => x[0, 0, 0], "x[...]: 3 indices for the 2 axes of shape [2,3]");
        Refused<ArgumentException>(() => x[0, .., 0] = 1, "x[...] = value: 3 indices for the 2 axes of shape [2,3]");
        Refused<ArgumentException>(() => x.At[0, 0, 0], "x.At[...]: 3 indices for the 2 axes of shape [2,3]");
    }

    [Theory]
    [InlineData(2), InlineData(-3), InlineData(int.MaxValue), InlineData(int.MinValue)]
    public void IntegersOutOfRange(int index)
    {
        Refused<ArgumentOutOfRangeException>(() => x[index], "is out of range for axis 0 of shape [2,3]");
        Refused<ArgumentOutOfRangeException>(() => x[index] = 1, "is out of range for axis 0 of shape [2,3]");
        Refused<ArgumentOutOfRangeException>(() => x[^0], "index 2 is out of range for axis 0 of shape [2,3]");
    }

    [Fact]
    public void TwoEllipses() =>
        Refused<ArgumentException>(() => x[Mx.Ellipsis, Mx.Ellipsis], "one ellipsis, not 2");

    [Fact]
    public void AStepOfZero() => Refused<ArgumentOutOfRangeException>(() => Mx.Every(0), "Every: the step is zero");

    [Fact]
    public void EndsOfStepsThatAreNoIntegers()
    {
        Refused<ArgumentException>(() => Mx.Every(1, 0..2), "Every: start is of the kind Slice; it must be an integer");
        Refused<ArgumentException>(() => Mx.Every(1, 0, new[] { 1 }), "Every: stop is of the kind Array; it must be an integer");
    }

    [Fact]
    public void IndicesThatAreNoIntegers()
    {
        Refused<ArgumentException>(() => x[Mx.Zeros(2)], "x[...]: the indices are float32; they must be integers");
        Refused<ArgumentException>(() => x[Mx.Zeros(2)] = 1, "x[...] = value: the indices are float32; they must be integers");
    }

    [Fact]
    public void IndicesThatDoNotBroadcastTogether() =>
        Refused<ArgumentException>(() => x[new[] { 0, 1 }, new[] { 0, 1, 2 }], "x[...]: shapes [2] and [3] do not broadcast");

    [Fact]
    public void ValuesThatDoNotBroadcast()
    {
        Refused<ArgumentException>(() => x[0] = new[] { 1, 2 }, "x[...] = value: values of shape [2] do not broadcast to the selected shape [3]");
        Refused<ArgumentException>(() => x[.., new[] { 0, 1 }] = Mx.Zeros((2, 2, 2)), "values of shape [2,2,2] do not broadcast to the selected shape [2,2]");
        Refused<ArgumentException>(() => x[2..] = new[] { 1, 2 }, "values of shape [2] do not broadcast to the selected shape [0,3]");
    }

    [Fact]
    public void NothingIsNoValue() => Refused<ArgumentNullException>(() => x[0] = null!, "value");

    private void Refused<TError>(Func<object> action, string message) where TError : ArgumentException
    {
        var error = Assert.Throws<TError>(() => { action(); });
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2, 3, 4, 5], x.ToArray<int>());
    }
}
