using Tangent.Layers;

namespace Tangent;

public static partial class Nn
{
    /// <summary>Of a loss without arguments that calls a module, a function that returns the loss and its gradients in all that is trained of the module, by path.</summary>
    public static Func<(NDArray Value, ParameterTree Gradients)> ValueAndGrad(Module model, Func<NDArray> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return () => ModuleGradient.Of("ValueAndGrad", model, () => loss());
    }

    /// <summary>The same for a loss without arguments that returns something beside the loss, which is returned beside it.</summary>
    public static Func<((NDArray Value, TAux Aux) Value, ParameterTree Gradients)> ValueAndGrad<TAux>(Module model, Func<(NDArray, TAux)> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return () => ModuleGradient.Of("ValueAndGrad", model, () => loss());
    }

    /// <summary>Of a loss of one argument that calls a module, a function that returns the loss and its gradients in all that is trained of the module, by path.</summary>
    public static Func<T1, (NDArray Value, ParameterTree Gradients)> ValueAndGrad<T1>(Module model, Func<T1, NDArray> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return (x) => ModuleGradient.Of("ValueAndGrad", model, () => loss(x));
    }

    /// <summary>The same for a loss of one argument that returns something beside the loss, which is returned beside it.</summary>
    public static Func<T1, ((NDArray Value, TAux Aux) Value, ParameterTree Gradients)> ValueAndGrad<T1, TAux>(Module model, Func<T1, (NDArray, TAux)> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return (x) => ModuleGradient.Of("ValueAndGrad", model, () => loss(x));
    }

    /// <summary>
    /// Of a loss that calls a module, a function that returns the loss and its gradients in all that is trained of the module, by path. The
    /// arguments themselves, of any type, are not differentiated. Afterwards the module is as before, but for buffers that the loss assigned.
    /// </summary>
    /// <param name="model">The module.</param>
    /// <param name="loss">Returns a scalar.</param>
    /// <exception cref="InvalidOperationException">From the function: nothing is trained, the loss does not depend on what is, or another thread differentiates the module.</exception>
    /// <example><code>
    /// var layer = new Tangent.Layers.Linear(weight: Mx.Array([[1f, 2f]]));
    /// var lossAndGradients = Nn.ValueAndGrad(layer, (NDArray x, NDArray y) => Mx.Sum(Mx.Square(layer.Call(x) - y)));
    /// (NDArray loss, Tangent.Layers.ParameterTree gradients) = lossAndGradients(Mx.Array([3f, 4f]), Mx.Array([10f]));
    /// Console.WriteLine(loss);                // array(1, dtype=float32)
    /// Console.WriteLine(gradients["weight"]); // array([[6, 8]], dtype=float32)
    /// </code></example>
    [Mlx("nn.value_and_grad")]
    public static Func<T1, T2, (NDArray Value, ParameterTree Gradients)> ValueAndGrad<T1, T2>(Module model, Func<T1, T2, NDArray> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return (x, y) => ModuleGradient.Of("ValueAndGrad", model, () => loss(x, y));
    }

    /// <summary>The same for a loss of two arguments that returns something beside the loss, which is returned beside it.</summary>
    public static Func<T1, T2, ((NDArray Value, TAux Aux) Value, ParameterTree Gradients)> ValueAndGrad<T1, T2, TAux>(Module model, Func<T1, T2, (NDArray, TAux)> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return (x, y) => ModuleGradient.Of("ValueAndGrad", model, () => loss(x, y));
    }

    /// <summary>Of a loss of three arguments that calls a module, a function that returns the loss and its gradients in all that is trained of the module, by path.</summary>
    public static Func<T1, T2, T3, (NDArray Value, ParameterTree Gradients)> ValueAndGrad<T1, T2, T3>(Module model, Func<T1, T2, T3, NDArray> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return (x, y, z) => ModuleGradient.Of("ValueAndGrad", model, () => loss(x, y, z));
    }

    /// <summary>The same for a loss of three arguments that returns something beside the loss, which is returned beside it.</summary>
    public static Func<T1, T2, T3, ((NDArray Value, TAux Aux) Value, ParameterTree Gradients)> ValueAndGrad<T1, T2, T3, TAux>(Module model, Func<T1, T2, T3, (NDArray, TAux)> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return (x, y, z) => ModuleGradient.Of("ValueAndGrad", model, () => loss(x, y, z));
    }

    /// <summary>Of a loss of four arguments that calls a module, a function that returns the loss and its gradients in all that is trained of the module, by path.</summary>
    public static Func<T1, T2, T3, T4, (NDArray Value, ParameterTree Gradients)> ValueAndGrad<T1, T2, T3, T4>(Module model, Func<T1, T2, T3, T4, NDArray> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return (x, y, z, w) => ModuleGradient.Of("ValueAndGrad", model, () => loss(x, y, z, w));
    }

    /// <summary>The same for a loss of four arguments that returns something beside the loss, which is returned beside it.</summary>
    public static Func<T1, T2, T3, T4, ((NDArray Value, TAux Aux) Value, ParameterTree Gradients)> ValueAndGrad<T1, T2, T3, T4, TAux>(Module model, Func<T1, T2, T3, T4, (NDArray, TAux)> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return (x, y, z, w) => ModuleGradient.Of("ValueAndGrad", model, () => loss(x, y, z, w));
    }
}
