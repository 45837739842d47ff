using Xunit;

namespace Tangent.Tests.Forms;

public class TreePointTests
{
    [Fact]
    public void AnArrayOfNumbersInPlaceOfAnArrayIsRefusedRatherThanConstant()
    {
        float[] x = [1, 2];
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.Jvp(v => Mx.Sum(Mx.Sin(v)), x, x));
        Assert.StartsWith("Jvp: the point is a Single[], which carries no derivative: convert it to an NDArray", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Mx.Vjp(v => Mx.Sum(Mx.Sin(v)), x, Mx.Array(1f)));
        Assert.Throws<ArgumentException>(() => Mx.Grad((float[] v) => Mx.Sum(Mx.Sin(v)))(x));
    }

    [Fact]
    public void AnArrayOfNumbersDeepInATreeIsRefused() =>
        Assert.Throws<ArgumentException>(() => Mx.Grad(((NDArray, double[]) v) => Mx.Sum(v.Item1 * v.Item2))((Mx.Array(1.0), [2.0])));

    [Fact]
    public void APointWithoutArraysIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.Jvp(v => Mx.Sin(v), 1.0, 1.0));
        Assert.StartsWith("Jvp: the point is a Double, which carries no derivative", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => Mx.Grad<(int, string)>(_ => Mx.Array(1f))((1, "")));
        Assert.StartsWith("Grad: the point, a (Int32, String), holds no array.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SettingsBesideArraysStayAsTheyAre()
    {
        (NDArray Gradient, int[] Axes) result = Mx.Grad(((NDArray X, int[] Axes) v) => Mx.Sum(v.X * v.X, v.Axes))((Mx.Array(3.0), []));
        Assert.Equal(6, result.Gradient.Item<float>());
    }
}
