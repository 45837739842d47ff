namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>
        /// Indices along an axis of <paramref name="logits"/>, drawn with the probabilities whose unnormalised logarithms stand
        /// there, by adding Gumbel noise and taking the largest; uint32. Only differences of logits count, however large they are; where
        /// one is NaN, the first such index is drawn.
        /// </summary>
        /// <param name="logits">Unnormalised log-probabilities, of at least one axis.</param>
        /// <param name="axis">The axis of the categories.</param>
        /// <param name="shape">The shape of the result, to which that of the logits without the axis must broadcast.</param>
        /// <param name="numSamples">Draws this many along a new last axis of the result; not together with <paramref name="shape"/>.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.categorical")]
        public static NDArray Categorical(NDArray logits, int axis = -1, Shape? shape = null, int? numSamples = null, NDArray? key = null)
        {
            ArgumentNullException.ThrowIfNull(logits);
            const string name = "Random.Categorical";
            int along = Axes.Normalize(name, axis, logits.Rank);
            Shape rest = logits.Shape.Without([along]);
            if (shape is not null && numSamples is not null)
                throw new ArgumentException($"{name}: shape and numSamples are both given.", nameof(numSamples));
            if (shape is { } wanted && Elementwise.BroadcastShapes(name, wanted, rest) != wanted)
                throw new ArgumentException($"{name}: logits of shape {logits.Shape} without axis {along} do not broadcast to {wanted}.", nameof(shape));
            if (numSamples is not { } count)
                return Drawn(logits, along, shape ?? rest, key);
            if (count < 0)
                throw new ArgumentOutOfRangeException(nameof(numSamples), count, $"{name}: {count} samples cannot be.");
            return Drawn(ExpandDims(logits, -1), along, new Shape([.. rest.Lengths, count]), key);
        }

        // The noise must not be lost beside large logits.
        private static NDArray FromLargest(NDArray logits, int axis)
        {
            NDArray precise = Folding.Precise(Elementwise.ToInexact(logits));
            if (precise.Shape[axis] == 0)
                return precise;
            NDArray largest = StopGradient(Max(precise, axis, keepdims: true));
            return precise - Where(IsFinite(largest), largest, 0);
        }

        private static NDArray Drawn(NDArray logits, int axis, Shape shape, NDArray? key)
        {
            int place = axis + shape.Rank - logits.Rank + 1;
            NDArray noise = Gumbel(shape.Insert(place, logits.Shape[axis]), DType.Float32, GlobalKey.Or(key, "Categorical"));
            return ArgMax(noise + FromLargest(logits, axis), place);
        }
    }
}
