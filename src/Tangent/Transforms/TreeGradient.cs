namespace Tangent;

/// <summary>Gradients of scalar functions of trees.</summary>
internal static class TreeGradient
{
    /// <summary>The value of a function and its gradient.</summary>
    public static (NDArray Value, TIn Gradient) Of<TIn>(string name, Func<TIn, NDArray> function, TIn x)
    {
        var point = new TreePoint<TIn>(name, x);
        var leaves = new TreeFunction<TIn, NDArray>(name, function, x);
        (NDArray[] y, NDArray[] gradient) = Gradient.OfScalar(name, leaves.Call, point.Arrays, point.Trained);
        return (y[0], point.Rebuild(gradient));
    }

    /// <summary>The value of a function, what else it returns, and the gradient of the value.</summary>
    public static ((NDArray Value, TAux Aux) Value, TIn Gradient) WithAux<TIn, TAux>(string name, Func<TIn, (NDArray, TAux)> function, TIn x)
    {
        var point = new TreePoint<TIn>(name, x);
        TAux? aux = default;
        (NDArray[] y, NDArray[] gradient) = Gradient.OfScalar(name, Body, point.Arrays, point.Trained);
        return ((y[0], aux!), point.Rebuild(gradient));

        NDArray[] Body(NDArray[] inputs)
        {
            (NDArray value, aux) = function(Tree.Rebuild(x, inputs));
            return value is null ? throw new ArgumentException($"{name}: the function returned null for the value.", nameof(function)) : Jacobian.One(value);
        }
    }
}
