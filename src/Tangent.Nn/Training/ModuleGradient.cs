using Tangent.Layers;

namespace Tangent;

/// <summary>The gradient of a loss in what a module has to be trained.</summary>
internal static class ModuleGradient
{
    /// <summary>The loss and the gradients by path. The module is afterwards as before, but for buffers that the function assigned.</summary>
    public static (NDArray Value, ParameterTree Gradients) Of(string function, Module model, Func<NDArray> loss)
    {
        ((NDArray value, _), ParameterTree gradients) = Of<object?>(function, model, () => (loss(), null));
        return (value, gradients);
    }

    /// <summary>The loss, what else the function returns, and the gradients.</summary>
    public static ((NDArray Value, TAux Aux) Value, ParameterTree Gradients) Of<TAux>(string function, Module model, Func<(NDArray Value, TAux Aux)> loss)
    {
        using Borrowing borrowing = new(function, model);
        ParameterTree trained = ParameterCollector.Of(function, model, isOfTrained: true);
        if (trained.Count == 0)
            throw new InvalidOperationException($"{function}: {model.GetType().Name} has nothing to train: {(model.Parameters().Count > 0 ? "all is frozen, or no parameter" : "it holds no array")}.");
        TAux? aux = default;
        (NDArray[] y, NDArray[] gradients) = Gradient.OfScalar(function, Body, trained.Arrays, Argnums.All(trained.Count));
        if (Array.TrueForAll(gradients, gradient => Tangents.IsZero(gradient.Node)))
            throw new InvalidOperationException($"{function}: the loss does not depend on what is trained of this {model.GetType().Name}. Does the function call another module?");
        return ((y[0], aux!), new ParameterTree(trained.Paths, gradients));

        NDArray[] Body(NDArray[] inputs)
        {
            using HandleLoan loan = new(trained.Arrays, inputs);
            (NDArray value, aux) = loss();
            RequireUnassigned(function, model, trained);
            return value is null ? throw new ArgumentException($"{function}: the function returned null for the loss.", nameof(loss)) : Jacobian.One(value);
        }
    }

    // An array that takes the place of a trained one depends on it, and would be all that is left of it.
    private static void RequireUnassigned(string function, Module model, ParameterTree trained)
    {
        ParameterTree after = ParameterCollector.Of(function, model, isOfTrained: false);
        for (int i = 0; i < trained.Count; i++)
            if (!after.TryGetValue(trained.Paths[i], out NDArray? array) || !ReferenceEquals(array, trained.Arrays[i]))
            {
                if (array is not null)
                    model.Put(trained);
                throw new InvalidOperationException($"{function}: the loss assigned the parameter '{trained.Paths[i]}'; mark it [Buffer], or change it between steps.");
            }
    }
}
