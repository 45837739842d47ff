namespace Tangent.Layers;

/// <summary>Rows along the last axis divided by their root mean square (Zhang, Sennrich, 2019), times a weight.</summary>
[Mlx("nn.RMSNorm")]
public partial class RMSNorm : Unary
{
    /// <summary>A layer with a weight of ones.</summary>
    /// <param name="dims">The length of a row.</param>
    /// <param name="eps">Added to the mean square.</param>
    public RMSNorm(int dims, double eps = 1e-5)
    {
        Weight = Mx.Ones(Arguments.Positive("RMSNorm", dims));
        Eps = Arguments.NotNegative("RMSNorm", eps);
    }

    /// <summary>[dims].</summary>
    public NDArray Weight { get; set; }

    /// <summary>Added to the mean square.</summary>
    public double Eps { get; }

    /// <summary>[…, dims], of the type of x and the weight; 16-bit types are computed in float32.</summary>
    /// <exception cref="ArgumentException">The last axis has another length.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireLast("RMSNorm", x, Weight.Shape[0]);
        return Mx.Fast.RmsNorm(Arguments.Floating("RMSNorm", x), Weight, Eps);
    }

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"{Weight.Shape[0]}, eps={Eps}");
}
