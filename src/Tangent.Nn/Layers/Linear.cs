namespace Tangent.Layers;

/// <summary>A linear layer, x·Wᵀ + b.</summary>
[Mlx("nn.Linear")]
public partial class Linear : Unary, IQuantizable
{
    /// <summary>A layer with weights and bias drawn evenly from ±1/√<paramref name="inputDims"/>.</summary>
    /// <param name="inputDims">The length of what it takes, along the last axis.</param>
    /// <param name="outputDims">The length of what it makes.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    public Linear(int inputDims, int outputDims, bool bias = true)
    {
        double scale = Math.Sqrt(1.0 / Arguments.Positive("Linear", inputDims));
        Weight = Mx.Random.Uniform(-scale, scale, (Arguments.Positive("Linear", outputDims), inputDims));
        Bias = bias ? Mx.Random.Uniform(-scale, scale, outputDims) : null;
    }

    /// <summary>A layer of given arrays.</summary>
    /// <param name="weight">[output, input].</param>
    /// <param name="bias">[output]; null for none.</param>
    public Linear(NDArray weight, NDArray? bias = null)
    {
        Arguments.RequireAxes("Linear", weight, 2, 2, "[output, input]");
        if (bias is not null && bias.Shape != (Shape)weight.Shape[0])
            throw new ArgumentException($"Linear: bias has shape {bias.Shape}; for a weight of shape {weight.Shape} it must be [{weight.Shape[0]}].", nameof(bias));
        Weight = weight.Share();
        Bias = bias?.Share();
    }

    /// <summary>[output, input].</summary>
    public NDArray Weight { get; set; }

    /// <summary>[output]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>The length of what it takes.</summary>
    public virtual int InputDims => Weight.Shape[1];

    /// <summary>The length of what it makes.</summary>
    public int OutputDims => Weight.Shape[0];

    /// <summary>[…, output] of [..., input].</summary>
    /// <exception cref="ArgumentException">The last axis has another length.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireLast("Linear", x, InputDims);
        NDArray weight = Mx.Transpose(Weight);
        return Bias is null ? Mx.MatMul(x, weight) : Mx.AddMM(Bias, x, weight);
    }

    /// <inheritdoc/>
    public virtual Module? ToQuantized(QuantizationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.QuantizeInput
            ? QQLinear.FromLinear(this, settings.GroupSize, settings.Bits, settings.Mode)
            : QuantizedLinear.FromLinear(this, settings.GroupSize, settings.Bits, settings.Mode);
    }

    /// <inheritdoc/>
    protected override string Details => $"input_dims={InputDims}, output_dims={OutputDims}, bias={(Bias is null ? "false" : "true")}";
}
