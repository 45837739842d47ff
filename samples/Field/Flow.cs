using Tangent;
using Tangent.Layers;

namespace Field;

/// <summary>
/// A network for the solution of Burgers' equation u_t + u·u_x = ν·u_xx, for x in [-1, 1] and t in [0, 1], which begins with u = -sin(πx) and is 0
/// at both ends: both hold whatever the network says, since it is multiplied by what vanishes there. In float64.
/// </summary>
internal sealed partial class Flow : Module
{
    public Flow(int width, int depth, double viscosity)
    {
        Layers = [.. Enumerable.Range(0, depth + 1).Select(i => new Linear(i == 0 ? 2 : width, i == depth ? 1 : width))];
        LogViscosity = Mx.Array(Math.Log(viscosity), DType.Float64);
        SetDType(DType.Float64);
    }

    public IReadOnlyList<Linear> Layers { get; }

    /// <summary>log ν: whatever is learnt of it, ν is positive.</summary>
    public NDArray LogViscosity { get; set; }

    /// <summary>u at places and times [n].</summary>
    public NDArray At(NDArray x, NDArray t)
    {
        NDArray y = Mx.Stack([x, t], 1);
        for (int i = 0; i < Layers.Count; i++)
            y = i + 1 < Layers.Count ? Mx.Tanh(Layers[i].Call(y)) : Layers[i].Call(y);
        return (t * (1 - Mx.Square(x)) * y[.., 0]) - Mx.Sin(Math.PI * x);
    }

    /// <summary>By how much the equation does not hold, [n]: three derivatives by forward mode alone, two of them one inside the other.</summary>
    public NDArray Residuals(NDArray x, NDArray t)
    {
        NDArray one = Mx.OnesLike(x);
        ((NDArray u, NDArray ux), (_, NDArray uxx)) = Mx.Jvp<NDArray, (NDArray, NDArray)>(v => Mx.Jvp(w => At(w, t), v, one), x, one);
        (_, NDArray ut) = Mx.Jvp(v => At(x, v), t, one);
        return ut + (u * ux) - (Mx.Exp(LogViscosity) * uxx);
    }
}
