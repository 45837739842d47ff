namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>True with probability <paramref name="p"/>.</summary>
        /// <param name="p">The probability, a floating array, 0.5 if null; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="shape">The shape of the result; by default that of <paramref name="p"/>.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.bernoulli")]
        public static NDArray Bernoulli(NDArray? p = null, Shape? shape = null, NDArray? key = null)
        {
            NDArray probability = p ?? 0.5;
            if (!probability.DType.IsFloating)
                throw new ArgumentException($"Random.Bernoulli: p is {probability.DType.Name()}; it must be a real floating array.", nameof(p));
            Shape full = shape ?? probability.Shape;
            if (Elementwise.BroadcastShapes("Random.Bernoulli", probability.Shape, full) != full)
                throw new ArgumentException($"Random.Bernoulli: p of shape {probability.Shape} does not broadcast to {full}.", nameof(shape));
            NDArray words = AsType(RandomBits.Of(GlobalKey.Or(key, "Bernoulli"), full), DType.Float32);
            // The float32 after 2³²: the words round up to 2³² itself, and p = 1 must always be true.
            return words < Elementwise.ToType("Random.Bernoulli", probability, DType.Float32) * 4294967808.0;
        }
    }
}
