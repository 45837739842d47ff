namespace Tangent.Layers;

/// <summary>Rows along the last axis less their mean, divided by their standard deviation (Ba, Kiros, Hinton, 2016), times a weight and plus a bias.</summary>
[Mlx("nn.LayerNorm")]
public partial class LayerNorm : Unary
{
    /// <summary>A layer with a weight of ones and a bias of zeros.</summary>
    /// <param name="dims">The length of a row.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="affine">False for a layer without weight and bias.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    public LayerNorm(int dims, double eps = 1e-5, bool affine = true, bool bias = true)
    {
        Dims = Arguments.Positive("LayerNorm", dims);
        Eps = Arguments.NotNegative("LayerNorm", eps);
        Weight = affine ? Mx.Ones(dims) : null;
        Bias = affine && bias ? Mx.Zeros(dims) : null;
    }

    /// <summary>[dims]; null where there is none.</summary>
    public NDArray? Weight { get; set; }

    /// <summary>[dims]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>The length of a row.</summary>
    public int Dims { get; }

    /// <summary>Added to the variance.</summary>
    public double Eps { get; }

    /// <summary>[…, dims], of the type of x and the weight; 16-bit types are computed in float32.</summary>
    /// <exception cref="ArgumentException">The last axis has another length.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireLast("LayerNorm", x, Dims);
        return Mx.Fast.LayerNorm(Arguments.Floating("LayerNorm", x), Weight, Bias, Eps);
    }

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"{Dims}, eps={Eps}, affine={(Weight is null ? "false" : "true")}");
}
