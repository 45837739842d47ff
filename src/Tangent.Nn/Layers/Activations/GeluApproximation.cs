namespace Tangent.Layers;

/// <summary>How <see cref="GELU"/> is computed.</summary>
public enum GeluApproximation
{
    /// <summary>As it is defined: <see cref="Nn.Gelu"/>.</summary>
    None,

    /// <summary>Another name for <see cref="Tanh"/>.</summary>
    Precise,

    /// <summary>With a hyperbolic tangent: <see cref="Nn.GeluApprox"/>.</summary>
    Tanh,

    /// <summary>With a logistic function: <see cref="Nn.GeluFastApprox"/>.</summary>
    Fast,
}
