namespace Tangent;

public static partial class Nn
{
    public static partial class Losses
    {
        // Logarithms of probabilities are no less, as in MLX and PyTorch.
        private const double LeastLogarithm = -100;

        /// <summary>−(t·log p + (1 − t)·log(1 − p)) of probabilities p, or of the logits of which p is the logistic function.</summary>
        /// <param name="inputs">Logits, or probabilities in [0, 1], of any real type.</param>
        /// <param name="targets">Probabilities of the same shape.</param>
        /// <param name="weights">A factor for each element, of the same shape; null for 1.</param>
        /// <param name="withLogits">True for logits, which lose no digits; false for probabilities, whose logarithms are no less than −100.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <returns>The losses, or a scalar; 16-bit types are computed in float32 and rounded once.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        [Mlx("nn.losses.binary_cross_entropy")]
        public static NDArray BinaryCrossEntropy(
            NDArray inputs, NDArray targets, NDArray? weights = null, bool withLogits = true, Reduction reduction = Reduction.Mean)
        {
            const string name = "Nn.Losses.BinaryCrossEntropy";
            LossArguments.RequireSame(name, inputs, targets);
            LossArguments arguments = LossArguments.Of(name, reduction, inputs, targets);
            NDArray x = arguments.Precise(inputs), t = arguments.Precise(targets);
            return ClassTargets.Weigh(arguments, withLogits ? OfLogits(x, t) : OfProbabilities(x, t), weights);
        }

        // Twice the same function, from either side: neither cancels where the loss is small.
        private static NDArray OfLogits(NDArray x, NDArray t) =>
            Mx.Where(x > 0, Softplus(-x) + Weighted(1 - t, x), Softplus(x) - Weighted(t, x));

        private static NDArray OfProbabilities(NDArray p, NDArray t) =>
            -((t * Mx.Maximum(Mx.Log(p), LeastLogarithm)) + ((1 - t) * Mx.Maximum(Mx.Log1p(-p), LeastLogarithm)));
    }
}
