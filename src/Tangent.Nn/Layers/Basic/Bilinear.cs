namespace Tangent.Layers;

/// <summary>For each output k the sum Σ x1ᵢ·x2ⱼ·Wₖⱼᵢ + bₖ.</summary>
[Mlx("nn.Bilinear")]
public partial class Bilinear : Module
{
    /// <summary>A layer with weights and bias drawn evenly from ±1/√<paramref name="input1Dims"/>.</summary>
    /// <param name="input1Dims">The length of the first operand, along the last axis.</param>
    /// <param name="input2Dims">The length of the second operand.</param>
    /// <param name="outputDims">The length of what it makes.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    public Bilinear(int input1Dims, int input2Dims, int outputDims, bool bias = true)
    {
        const string name = "Bilinear";
        double scale = Math.Sqrt(1.0 / Arguments.Positive(name, input1Dims));
        Weight = Mx.Random.Uniform(-scale, scale, (Arguments.Positive(name, outputDims), Arguments.Positive(name, input2Dims), input1Dims));
        Bias = bias ? Mx.Random.Uniform(-scale, scale, outputDims) : null;
    }

    /// <summary>[output, input 2, input 1].</summary>
    public NDArray Weight { get; set; }

    /// <summary>[output]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>The layer of two operands.</summary>
    /// <param name="x1">[…, input 1].</param>
    /// <param name="x2">[…, input 2], with the same axes before.</param>
    /// <returns>[…, output].</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public NDArray Call(NDArray x1, NDArray x2)
    {
        const string name = "Bilinear";
        (int outputs, int second, int first) = Weight.Shape;
        Arguments.RequireLast(name, x1, first);
        Arguments.RequireLast(name, x2, second);
        if (x1.NDim != x2.NDim || !x1.Shape.SkipLast(1).SequenceEqual(x2.Shape.SkipLast(1)))
            throw new ArgumentException($"{name}: x1 has shape {x1.Shape} and x2 {x2.Shape}; their axes before the last must be the same.", nameof(x2));
        NDArray products = Mx.MatMul(x1, Mx.Transpose(Mx.Reshape(Weight, (outputs * second, first))));
        NDArray matrices = Mx.Reshape(products, Shape.Create([.. x1.Shape.SkipLast(1), outputs, second]));
        NDArray y = Mx.Squeeze(Mx.MatMul(matrices, Mx.ExpandDims(x2, -1)), -1);
        return Bias is null ? y : y + Bias;
    }

    /// <inheritdoc/>
    protected override string Details => $"input1_dims={Weight.Shape[2]}, input2_dims={Weight.Shape[1]}, output_dims={Weight.Shape[0]}, bias={(Bias is null ? "false" : "true")}";
}
