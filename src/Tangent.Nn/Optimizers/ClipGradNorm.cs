using Tangent.Layers;

namespace Tangent.Optimizers;

public abstract partial class Optimizer
{
    /// <summary>Scales all gradients by one number, such that their norm together is no more than a bound; smaller ones stay as they are.</summary>
    /// <param name="gradients">By path; each keeps its type.</param>
    /// <param name="maxNorm">The bound, at least 0.</param>
    /// <returns>The gradients, and their norm before: a scalar, not of a narrower type than float32.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative or not a number.</exception>
    /// <example><code>
    /// using Tangent.Layers;
    /// using Tangent.Optimizers;
    /// ParameterTree gradients = new([new("weight", Mx.Array([6f, 8f]))]);
    /// (ParameterTree clipped, NDArray norm) = Optimizer.ClipGradNorm(gradients, maxNorm: 1);
    /// Console.WriteLine(norm);                    // array(10, dtype=float32)
    /// Console.WriteLine($"{clipped["weight"]:f2}"); // [0.60, 0.80]
    /// </code></example>
    [Mlx("optimizers.clip_grad_norm")]
    public static (ParameterTree Gradients, NDArray Norm) ClipGradNorm(ParameterTree gradients, double maxNorm)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        if (!(maxNorm >= 0))
            throw new ArgumentOutOfRangeException(nameof(maxNorm), maxNorm, "ClipGradNorm: maxNorm must be at least 0.");
        NDArray norm = gradients.Norm(), scale = Mx.Minimum(maxNorm / (norm + 1e-6), 1);
        return (gradients.Map(gradient => gradient * Mx.AsType(scale, gradient.DType)), norm);
    }
}
