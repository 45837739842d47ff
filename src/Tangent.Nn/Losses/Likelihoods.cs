namespace Tangent;

public static partial class Nn
{
    public static partial class Losses
    {
        /// <summary>The negative of what stands at the targets: the negative log likelihood, of logarithms of probabilities.</summary>
        /// <param name="inputs">Logarithms of probabilities, of any real type; classes lie along <paramref name="axis"/>.</param>
        /// <param name="targets">The numbers of classes, integers of the shape of the inputs without that axis.</param>
        /// <param name="axis">The axis of classes.</param>
        /// <param name="reduction">What becomes of the losses of the examples.</param>
        /// <exception cref="ArgumentException">Shapes do not fit each other, or the targets are no integers.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
        [Mlx("nn.losses.nll_loss")]
        public static NDArray NllLoss(NDArray inputs, NDArray targets, int axis = -1, Reduction reduction = Reduction.None)
        {
            const string name = "Nn.Losses.NllLoss";
            Arguments.RequireReal(name, inputs);
            Arguments.RequireReal(name, targets);
            int along = Arguments.Axis(name, inputs, axis);
            ClassTargets.Require(name, inputs, targets, along, areProbabilities: false);
            LossArguments arguments = LossArguments.Of(name, reduction, inputs);
            return arguments.Reduce(-ClassTargets.Take(arguments.Precise(inputs), targets, along));
        }

        /// <summary>The negative log likelihood of targets under normal distributions: (log v + (t − x)² / v) / 2.</summary>
        /// <param name="inputs">The means, of any real type and shape.</param>
        /// <param name="targets">Targets of the same shape.</param>
        /// <param name="vars">The variances, of the same shape; those below <paramref name="eps"/> count as it, and get no derivative.</param>
        /// <param name="full">True to add the constant log(2π) / 2.</param>
        /// <param name="eps">The least variance.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        [Mlx("nn.losses.gaussian_nll_loss")]
        public static NDArray GaussianNllLoss(
            NDArray inputs, NDArray targets, NDArray vars, bool full = false, double eps = 1e-6, Reduction reduction = Reduction.Mean)
        {
            const string name = "Nn.Losses.GaussianNllLoss";
            LossArguments.RequireSame(name, inputs, targets);
            LossArguments.RequireSame(name, inputs, vars);
            LossArguments arguments = LossArguments.Of(name, reduction, inputs, targets, vars);
            NDArray variance = Mx.Maximum(arguments.Precise(vars), eps);
            NDArray loss = 0.5 * (Mx.Log(variance) + (Mx.Square(arguments.Precise(targets) - arguments.Precise(inputs)) / variance));
            return arguments.Reduce(full ? loss + (0.5 * Math.Log(2 * Math.PI)) : loss);
        }

        /// <summary>The Kullback–Leibler divergence Σ exp(t)·(t − x) of logarithms of probabilities; a target of −∞ adds nothing.</summary>
        /// <param name="inputs">Logarithms of the predicted probabilities, of any real type.</param>
        /// <param name="targets">Logarithms of the true probabilities, of the same shape; an axis of length 1 repeats.</param>
        /// <param name="axis">The axis to sum over.</param>
        /// <param name="reduction">What becomes of the sums.</param>
        /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
        [Mlx("nn.losses.kl_div_loss")]
        public static NDArray KlDivLoss(NDArray inputs, NDArray targets, int axis = -1, Reduction reduction = Reduction.None)
        {
            const string name = "Nn.Losses.KlDivLoss";
            LossArguments.RequireAligned(name, inputs, targets);
            LossArguments arguments = LossArguments.Of(name, reduction, inputs, targets);
            NDArray x = arguments.Precise(inputs), t = arguments.Precise(targets);
            NDArray terms = Mx.Where(Mx.IsNegInf(t), 0, Mx.Exp(t) * (t - x));
            return arguments.Reduce(Mx.Sum(terms, Arguments.Axis(name, terms, axis, nameof(inputs))));
        }
    }
}
