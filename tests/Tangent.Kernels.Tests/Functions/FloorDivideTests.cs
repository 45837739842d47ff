using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class FloorDivideTests
{
    [Fact]
    public void Rounds_the_quotient_down() => BinaryAccuracy.Special<FloorDivide>(
        (x, y) => Math.Floor(x / y),
        [0, -0.0, 1, -1, 5, -5, 7.5, double.PositiveInfinity, double.NegativeInfinity, double.NaN],
        [0, -0.0, 2, -2, 4, -0.5, double.PositiveInfinity, double.NegativeInfinity, double.NaN]);
}
