using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>Small arrays are given back like large ones: a long chain needs no more than a short one.</summary>
[Collection("peak memory")]
public class SmallArrayMemoryTests
{
    private const int Short = 20_000, Long = 200_000;

    // 4 KB, and an array of 128 KB with which a graph is planned as a whole.
    private static readonly NDArray Small = Mx.Zeros(1024).Eval();
    private static readonly NDArray Large = Mx.Ones((32, 1024)).Eval();

    private static readonly Dictionary<string, Func<int, NDArray>> Chains = new()
    {
        ["elementwise"] = length => Layers.Repeat(Small, length, x => x + 1),
        ["elementwise, planned"] = length => Layers.Repeat(Small, length, x => x + 1) + Large,
        ["scans"] = length => Layers.Repeat(Small, length, x => Mx.CumSum(x)),
        ["scans, planned"] = length => Layers.Repeat(Small, length, x => Mx.CumSum(x)) + Large,
        ["tangents"] = length => Mx.Jvp(v => Layers.Repeat(v, length / 2, x => Mx.Sin(x)), Small, Small).Tangents,
    };

    public static TheoryData<string> Names => [.. Chains.Keys];

    [Theory, MemberData(nameof(Names))]
    public void AChainIsConstantInItsLength(string chain) =>
        Peak.AtMost(PeakOf(chain, Short) * 1.1 + 0.5, PeakOf(chain, Long), $"{Long} operations beside {Short}, {chain}");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ALongChainFitsALimit(bool isEvaluatedInEveryStep) => Peak.OnItsThread(() =>
    {
        NDArray x = Mx.Zeros(4096).Eval();
        Peak.CollectAll();
        long former = Mx.SetMemoryLimit(Mx.GetActiveMemory() + 64 * Peak.Megabyte);
        try
        {
            NDArray y = Layers.Repeat(x, 10_000, h => isEvaluatedInEveryStep ? (h + 1).Eval() : h + 1);
            Assert.Equal(10_000, Mx.Max(y).Item<float>());
        }
        finally
        {
            Mx.SetMemoryLimit(former);
        }
    });

    private static double PeakOf(string chain, int length) => Peak.Of(() => [Chains[chain](length)]);
}
