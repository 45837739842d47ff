namespace Tangent.Layers;

/// <summary>
/// While it is being trained each element is 0 with a probability p, and else divided by 1 − p (Srivastava et al., 2014); later nothing
/// happens. Draws come from the sequence of keys: <c>Mx.Random.Scope</c> gives another, as inside <c>Compile</c> and <c>Vmap</c> must be.
/// </summary>
/// <param name="p">The probability of being dropped, in [0, 1).</param>
[Mlx("nn.Dropout")]
public partial class Dropout(double p = 0.5) : DropoutLayer("Dropout", p)
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Drop(x, x.Shape);
    }
}
