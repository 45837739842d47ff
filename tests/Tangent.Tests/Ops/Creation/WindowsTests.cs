using Xunit;

namespace Tangent.Tests.Ops.Creation;

public class WindowsTests
{
    [Fact]
    public void Values()
    {
        Check([0, 0.5, 1, 0.5, 0], Mx.Hanning(5));
        Check([0.08, 0.54, 1, 0.54, 0.08], Mx.Hamming(5));
        Check([0, 0.34, 1, 0.34, 0], Mx.Blackman(5));
        Check([0, 0.5, 1, 0.5, 0], Mx.Bartlett(5));
    }

    [Fact]
    public void ShortWindows()
    {
        Assert.Empty(Mx.Hanning(0).ToArray<float>());
        Assert.Equal([1f], Mx.Blackman(1).ToArray<float>());
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Bartlett(-1));
    }

    private static void Check(double[] expected, NDArray window) =>
        Assert.Equal(expected, window.ToArray<float>().Select(value => (double)value), (x, y) => Math.Abs(x - y) < 1e-7);
}
