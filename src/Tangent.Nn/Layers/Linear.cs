namespace Tangent.Layers;

/// <summary>A linear layer, x·Wᵀ + b.</summary>
[Mlx("nn.Linear")]
public partial class Linear : Unary
{
    /// <summary>A layer with weights and bias drawn evenly from ±1/√<paramref name="inputDims"/>.</summary>
    /// <param name="inputDims">The length of what it takes, along the last axis.</param>
    /// <param name="outputDims">The length of what it makes.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    public Linear(int inputDims, int outputDims, bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputDims);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputDims);
        double scale = Math.Sqrt(1.0 / inputDims);
        Weight = Mx.Random.Uniform(-scale, scale, (outputDims, inputDims));
        Bias = bias ? Mx.Random.Uniform(-scale, scale, outputDims) : null;
    }

    /// <summary>A layer of given arrays.</summary>
    /// <param name="weight">[output, input].</param>
    /// <param name="bias">[output]; null for none.</param>
    public Linear(NDArray weight, NDArray? bias = null)
    {
        ArgumentNullException.ThrowIfNull(weight);
        Weight = weight.Share();
        Bias = bias?.Share();
    }

    /// <summary>[output, input].</summary>
    public NDArray Weight { get; set; }

    /// <summary>[output]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray weight = Mx.Transpose(Weight);
        return Bias is null ? Mx.MatMul(x, weight) : Mx.AddMM(Bias, x, weight);
    }

    /// <inheritdoc/>
    protected override string Details => $"input_dims={Weight.Shape[^1]}, output_dims={Weight.Shape[0]}, bias={(Bias is null ? "false" : "true")}";
}
