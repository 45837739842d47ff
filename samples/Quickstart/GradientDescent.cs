using Tangent;

namespace Quickstart;

/// <summary>Plain gradient descent with a fixed rate.</summary>
internal sealed class GradientDescent(Func<NDArray, NDArray> loss, double rate)
{
    private readonly Func<NDArray, NDArray> step = Mx.Compile((NDArray point) => point - (Mx.Grad(loss)(point) * rate));

    /// <summary>One step from a point.</summary>
    public NDArray Step(NDArray point) => step(point);
}
