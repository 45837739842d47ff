using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>What was built from an array and dropped does not make it stored: ten steps in a row need their input and their result.</summary>
[Collection("peak memory")]
public class DroppedConsumerTests
{
    private const int Side = 2048, Steps = 10;

    // The result of 16 MB, beside the input that was there before.
    private const double Bound = 1.05 * 4 * Side * Side / Peak.Megabyte;

    private static readonly NDArray Input = Layers.Normal(1, (Side, Side));

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Consumers = new()
    {
        ["nothing"] = x => x,
        ["product"] = x => x * 2,
        ["remainder"] = x => Mx.DivMod(x, 3).Remainder,
        ["quotient and remainder"] = x => Mx.DivMod(x, 3).Quotient,
        ["sum of a sum"] = x => Mx.Sum(x + 1),
        ["stop gradient"] = Mx.StopGradient,
        ["view"] = x => x[0],
    };

    public static TheoryData<string> Names => [.. Consumers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void AnInputOfWhatIsDroppedIsNotStored(string consumer) =>
        Peak.AtMost(Bound, Peak.Of(() => [Chain(Consumers[consumer])]), $"ten Abs, each with a dropped {consumer}");

    [Fact]
    public void AnInputOfStopGradientIsNotStored() =>
        Peak.AtMost(Bound, Peak.Of(() => [Layers.Repeat(Input, Steps, x => Mx.Abs(Mx.StopGradient(x)))]), "ten Abs of StopGradient");

    // The input is made when the class is first used, which must not be in the middle of a measurement.
    public DroppedConsumerTests() => Assert.Equal(Side, Input.Shape[0]);

    private static NDArray Chain(Func<NDArray, NDArray> consumer) => Layers.Repeat(Input, Steps, x =>
    {
        NDArray y = Mx.Abs(x);
        _ = consumer(y);
        return y;
    });
}
