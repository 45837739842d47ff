namespace Tangent;

public static partial class Nn
{
    public static partial class Losses
    {
        /// <summary>
        /// The negative logarithm of the probability that the softmax of logits gives to the targets. Large logits cost no digits; a
        /// probability of 0 of a class whose logit is −∞ adds nothing.
        /// </summary>
        /// <param name="logits">Logarithms of unnormalised probabilities, of any real type; classes lie along <paramref name="axis"/>.</param>
        /// <param name="targets">The numbers of classes, integers of the shape of the logits without that axis; or probabilities of the shape of the logits, which sum to 1.</param>
        /// <param name="weights">A factor for each example, of the shape of the logits without that axis; null for 1.</param>
        /// <param name="axis">The axis of classes.</param>
        /// <param name="labelSmoothing">The share of every target, from 0 up to but not including 1, that all classes get evenly.</param>
        /// <param name="reduction">What becomes of the losses of the examples; a mean divides by their number, not by the weights.</param>
        /// <returns>The losses of the shape of the logits without the axis, or a scalar; 16-bit types are computed in float32 and rounded once.</returns>
        /// <exception cref="ArgumentException">Shapes do not fit each other, or the numbers of classes are no integers.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or no such smoothing.</exception>
        [Mlx("nn.losses.cross_entropy")]
        public static NDArray CrossEntropy(
            NDArray logits, NDArray targets, NDArray? weights = null, int axis = -1, double labelSmoothing = 0, Reduction reduction = Reduction.None)
        {
            const string name = "Nn.Losses.CrossEntropy";
            Arguments.RequireReal(name, logits);
            Arguments.RequireReal(name, targets);
            int along = Arguments.Axis(name, logits, axis);
            if (!(labelSmoothing >= 0 && labelSmoothing < 1))
                throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, $"{name}: labelSmoothing is {labelSmoothing}; it must be in [0, 1).");
            bool areProbabilities = targets.NDim == logits.NDim;
            ClassTargets.Require(name, logits, targets, along, areProbabilities);
            LossArguments arguments = LossArguments.Of(name, reduction, areProbabilities ? [logits, targets] : [logits]);
            NDArray precise = arguments.Precise(logits), shifted = precise - Peak(precise, along);
            NDArray score = areProbabilities
                ? Mx.Sum(Weighted(arguments.Precise(targets), shifted), along)
                : ClassTargets.Take(shifted, targets, along);
            NDArray loss = Mx.LogSumExp(shifted, along) - (labelSmoothing == 0 ? score : ((1 - labelSmoothing) * score) + (labelSmoothing * Mx.Mean(shifted, along)));
            return ClassTargets.Weigh(arguments, loss, weights);
        }

        // Taken out first, the largest logit costs no digits. Of probabilities that sum to 1 whatever is taken out changes nothing.
        private static NDArray Peak(NDArray x, int axis)
        {
            if (x.Shape[axis] == 0)
                return Mx.Zeros(Mx.ExpandDims(Mx.Sum(x, axis), axis).Shape, x.DType);
            NDArray largest = Mx.StopGradient(Mx.Max(x, axis, keepdims: true));
            return Mx.Where(Mx.IsFinite(largest), largest, 0);
        }

        // Nothing of an infinity is nothing.
        private static NDArray Weighted(NDArray weight, NDArray x) => Mx.Where(Mx.LogicalAnd(Mx.Equal(weight, 0), Mx.IsInf(x)), 0, weight * x);
    }
}
