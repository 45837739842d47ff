namespace Tangent;

public static partial class Nn
{
    public static partial class Losses
    {
        /// <summary>max(0, 1 − t·x): nothing for a score on the right side of 0 by 1 or more.</summary>
        /// <param name="inputs">Scores, of any real type.</param>
        /// <param name="targets">−1 or 1, of the same shape; an axis of length 1, or a scalar, repeats.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
        [Mlx("nn.losses.hinge_loss")]
        public static NDArray HingeLoss(NDArray inputs, NDArray targets, Reduction reduction = Reduction.None) =>
            OfTwo("Nn.Losses.HingeLoss", inputs, targets, reduction, (x, t) => Mx.Relu(1 - (x * t)));

        /// <summary>max(0, margin − t·(x1 − x2)): nothing where the first is ranked above the second, or for t = −1 below, by the margin or more.</summary>
        /// <param name="inputs1">Scores, of any real type and shape.</param>
        /// <param name="inputs2">Scores of the same shape.</param>
        /// <param name="targets">1 where the first is to be above, −1 where the second is, of the same shape.</param>
        /// <param name="margin">By how much.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        [Mlx("nn.losses.margin_ranking_loss")]
        public static NDArray MarginRankingLoss(NDArray inputs1, NDArray inputs2, NDArray targets, double margin = 0, Reduction reduction = Reduction.None)
        {
            const string name = "Nn.Losses.MarginRankingLoss";
            LossArguments.RequireSame(name, inputs1, inputs2);
            LossArguments.RequireSame(name, inputs1, targets);
            LossArguments arguments = LossArguments.Of(name, reduction, inputs1, inputs2, targets);
            return arguments.Reduce(Mx.Relu(margin - (arguments.Precise(targets) * (arguments.Precise(inputs1) - arguments.Precise(inputs2)))));
        }

        /// <summary>max(0, margin + the distance to the positive − the distance to the negative).</summary>
        /// <param name="anchors">Points of any real type, whose coordinates lie along <paramref name="axis"/>.</param>
        /// <param name="positives">Points that are to be near, of the same shape; an axis of length 1 repeats.</param>
        /// <param name="negatives">Points that are to be farther by the margin, of the same shape; an axis of length 1 repeats.</param>
        /// <param name="axis">The axis of coordinates.</param>
        /// <param name="p">The distance is (Σ |x − y|ᵖ + eps)^(1/p); at least 1.</param>
        /// <param name="margin">By how much farther.</param>
        /// <param name="eps">Keeps the slope of the distance finite where points meet.</param>
        /// <param name="reduction">What becomes of the losses of the points.</param>
        /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or p is less than 1.</exception>
        [Mlx("nn.losses.triplet_loss")]
        public static NDArray TripletLoss(
            NDArray anchors, NDArray positives, NDArray negatives, int axis = -1, double p = 2, double margin = 1, double eps = 1e-6,
            Reduction reduction = Reduction.None)
        {
            const string name = "Nn.Losses.TripletLoss";
            LossArguments.RequireAligned(name, anchors, positives);
            LossArguments.RequireAligned(name, anchors, negatives);
            if (!(p >= 1 && p < double.PositiveInfinity))
                throw new ArgumentOutOfRangeException(nameof(p), p, $"{name}: p is {p}; it must be at least 1, and finite.");
            LossArguments arguments = LossArguments.Of(name, reduction, anchors, positives, negatives);
            NDArray anchor = arguments.Precise(anchors);
            NDArray near = anchor - arguments.Precise(positives), far = anchor - arguments.Precise(negatives);
            NDArray nearness = Length(near, Arguments.Axis(name, near, axis, nameof(anchors)), p, eps);
            return arguments.Reduce(Mx.Relu(nearness - Length(far, Arguments.Axis(name, far, axis, nameof(anchors)), p, eps) + margin));
        }

        /// <summary>The cosine of the angle of vectors: Σ x1·x2 / max(|x1|·|x2|, eps). Larger means more alike; to pull vectors together, minimise its negative.</summary>
        /// <param name="x1">Vectors of any real type, whose coordinates lie along <paramref name="axis"/>.</param>
        /// <param name="x2">Vectors of the same shape; an axis of length 1 repeats.</param>
        /// <param name="axis">The axis of coordinates.</param>
        /// <param name="eps">The least product of lengths.</param>
        /// <param name="reduction">What becomes of the cosines.</param>
        /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
        [Mlx("nn.losses.cosine_similarity_loss")]
        public static NDArray CosineSimilarityLoss(NDArray x1, NDArray x2, int axis = 1, double eps = 1e-8, Reduction reduction = Reduction.None)
        {
            const string name = "Nn.Losses.CosineSimilarityLoss";
            LossArguments.RequireAligned(name, x1, x2);
            int along = Arguments.Axis(name, x1, axis);
            LossArguments arguments = LossArguments.Of(name, reduction, x1, x2);
            NDArray x = arguments.Precise(x1), y = arguments.Precise(x2);
            NDArray lengths = Mx.Sqrt(Mx.Sum(Mx.Square(x), along)) * Mx.Sqrt(Mx.Sum(Mx.Square(y), along));
            return arguments.Reduce(Mx.Sum(x * y, along) / Mx.Maximum(lengths, eps));
        }

        private static NDArray Length(NDArray x, int axis, double p, double eps) => p switch
        {
            1 => Mx.Sum(Mx.Abs(x), axis) + eps,
            2 => Mx.Sqrt(Mx.Sum(Mx.Square(x), axis) + eps),
            _ => Mx.Power(Mx.Sum(Mx.Power(Mx.Abs(x), p), axis) + eps, 1 / p),
        };
    }
}
