namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>The integers from 0 below <paramref name="x"/> in random order, as uint32.</summary>
        /// <param name="x">How many; not negative.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.permutation")]
        public static NDArray Permutation(int x, NDArray? key = null)
        {
            if (x < 0)
                throw new ArgumentOutOfRangeException(nameof(x), x, $"Random.Permutation: {x} integers cannot be.");
            return ArgSort(RandomBits.Of(GlobalKey.Or(key, "Permutation"), x));
        }

        /// <summary>The slices of an array along an axis in random order; differentiable in the array.</summary>
        /// <param name="x">An array of at least one axis.</param>
        /// <param name="axis">The axis along which the slices lie.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.permutation")]
        public static NDArray Permutation(NDArray x, int axis = 0, NDArray? key = null)
        {
            ArgumentNullException.ThrowIfNull(x);
            int along = Axes.Normalize("Random.Permutation", axis, x.Rank);
            return Take(x, Permutation(x.Shape[along], key), along);
        }
    }
}
