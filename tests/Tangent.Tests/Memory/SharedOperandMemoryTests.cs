using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>An operand that all products of a stack share is not copied for each, in either direction.</summary>
[Collection("peak memory")]
public class SharedOperandMemoryTests
{
    private static readonly NDArray Rows = Layers.Normal(1, (1024, 1, 512));
    private static readonly NDArray Weight = Layers.Weights(1, 512)[0];

    // 256 vectors; their products have half a megabyte, copies of the weight 256.
    private static readonly NDArray Vectors = Layers.Normal(2, (256, 512));

    [Fact]
    public void GradientInTheWeightOfAStack() =>
        Peak.AtMost(12, Peak.Of(() => [Mx.Grad((NDArray w) => Mx.Sum(Mx.Square(Mx.MatMul(Rows, w))))(Weight)]), "gradient in W of MatMul(X[1024, 1, 512], W)");

    [Fact]
    public void GradientInBothOfAStack() =>
        Peak.AtMost(14, Peak.Of(() => Mx.Grad<NDArray[]>(x => Mx.Sum(Mx.Square(Mx.MatMul(x[0], x[1]))))([Rows, Weight])), "gradient in X and W of MatMul(X[1024, 1, 512], W)");

    [Fact]
    public void VectorisedMapOverVectors() => Peak.AtMost(4, Peak.Of(() => [Mapped(Weight)]), "Vmap(v => W@v)");

    [Fact]
    public void GradientInTheWeightOfAVectorisedMap() =>
        Peak.AtMost(6, Peak.Of(() => [Mx.Grad((NDArray w) => Mx.Sum(Mx.Square(Mapped(w))))(Weight)]), "gradient in W of Vmap(v => W@v)");

    [Fact]
    public void VectorisedMapOfAGradientInTheVector() =>
        Peak.AtMost(6, Peak.Of(() => Mx.Vmap(v => [Mx.Grad((NDArray u) => Mx.Sum(Mx.Square(Mx.MatMul(Weight, u))))(v[0])])([Vectors])), "Vmap of the gradient in v of W@v");

    private static NDArray Mapped(NDArray weight) => Mx.Vmap(v => [Mx.MatMul(weight, v[0])])([Vectors])[0];
}
