using Tangent.Layers;
using Tangent.Optimizers;

namespace Tangent;

public static partial class Nn
{
    /// <summary>A function of no argument that does a step of training and returns the loss; planned once for each form of the arguments.</summary>
    public static Func<NDArray> TrainStep(Module model, Optimizer optimizer, Func<NDArray> loss, double? maxNorm = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var training = new Training(model, optimizer, maxNorm);
        Func<NDArray> step = Mx.Compile<NDArray>(() => training.Step(() => loss()), training.State, training.State);
        return () => training.Run(() => step());
    }

    /// <summary>A function of one argument that does a step of training and returns the loss; planned once for each form of the arguments.</summary>
    public static Func<T1, NDArray> TrainStep<T1>(Module model, Optimizer optimizer, Func<T1, NDArray> loss, double? maxNorm = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var training = new Training(model, optimizer, maxNorm);
        Func<T1, NDArray> step = Mx.Compile<T1, NDArray>((x) => training.Step(() => loss(x)), training.State, training.State);
        return (x) => training.Run(() => step(x));
    }

    /// <summary>
    /// A function that does a step of training and returns the loss: gradients, clipping, and new parameters in the module. It is planned once for
    /// each form of the arguments; parameters, buffers, the optimiser's state and random keys go in and come out, and all are evaluated after it.
    /// </summary>
    /// <param name="model">The module.</param>
    /// <param name="optimizer">What makes new parameters.</param>
    /// <param name="loss">Calls the module and returns a scalar. Arrays that it captures elsewhere are constants.</param>
    /// <param name="maxNorm">Gradients whose norm over all is larger are scaled to it; null to take them as they are.</param>
    /// <exception cref="InvalidOperationException">From the function: nothing is trained, or the loss does not depend on what is.</exception>
    /// <example><code>
    /// var layer = new Tangent.Layers.Linear(weight: Mx.Array([[1f, 2f]]));
    /// var step = Nn.TrainStep(layer, new Tangent.Optimizers.SGD(0.01), (NDArray x, NDArray y) => Mx.Sum(Mx.Square(layer.Call(x) - y)));
    /// Console.WriteLine(step(Mx.Array([3f, 4f]), Mx.Array([10f]))); // array(1, dtype=float32)
    /// Console.WriteLine(layer.Weight);                              // array([[0.94, 1.92]], dtype=float32)
    /// </code></example>
    public static Func<T1, T2, NDArray> TrainStep<T1, T2>(Module model, Optimizer optimizer, Func<T1, T2, NDArray> loss, double? maxNorm = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var training = new Training(model, optimizer, maxNorm);
        Func<T1, T2, NDArray> step = Mx.Compile<T1, T2, NDArray>((x, y) => training.Step(() => loss(x, y)), training.State, training.State);
        return (x, y) => training.Run(() => step(x, y));
    }

    /// <summary>A function of three arguments that does a step of training and returns the loss; planned once for each form of the arguments.</summary>
    public static Func<T1, T2, T3, NDArray> TrainStep<T1, T2, T3>(Module model, Optimizer optimizer, Func<T1, T2, T3, NDArray> loss, double? maxNorm = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var training = new Training(model, optimizer, maxNorm);
        Func<T1, T2, T3, NDArray> step = Mx.Compile<T1, T2, T3, NDArray>((x, y, z) => training.Step(() => loss(x, y, z)), training.State, training.State);
        return (x, y, z) => training.Run(() => step(x, y, z));
    }

    /// <summary>A function of four arguments that does a step of training and returns the loss; planned once for each form of the arguments.</summary>
    public static Func<T1, T2, T3, T4, NDArray> TrainStep<T1, T2, T3, T4>(Module model, Optimizer optimizer, Func<T1, T2, T3, T4, NDArray> loss, double? maxNorm = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var training = new Training(model, optimizer, maxNorm);
        Func<T1, T2, T3, T4, NDArray> step = Mx.Compile<T1, T2, T3, T4, NDArray>((x, y, z, w) => training.Step(() => loss(x, y, z, w)), training.State, training.State);
        return (x, y, z, w) => training.Run(() => step(x, y, z, w));
    }
}
