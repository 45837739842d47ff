namespace Tangent.Layers;

/// <summary><see cref="Nn.PRelu"/> with slopes that are learnt.</summary>
[Mlx("nn.PReLU")]
public partial class PReLU : Unary
{
    /// <summary>A layer with one slope, or one for each channel.</summary>
    /// <param name="numParameters">1, or the length of the last axis of what it takes.</param>
    /// <param name="init">What slopes are at first.</param>
    public PReLU(int numParameters = 1, double init = 0.25) => Weight = Mx.Full(Arguments.Positive("PReLU", numParameters), init, DType.Float32);

    /// <summary>The slopes below 0, [numParameters].</summary>
    public NDArray Weight { get; set; }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (Weight.Shape[0] != 1)
            Arguments.RequireLast("PReLU", x, Weight.Shape[0]);
        return Nn.PRelu(x, Weight);
    }

    /// <inheritdoc/>
    protected override string Details => $"num_parameters={Weight.Shape[0]}";
}
