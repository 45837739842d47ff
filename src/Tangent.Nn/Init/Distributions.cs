namespace Tangent;

public static partial class Nn
{
    public static partial class Init
    {
        /// <summary>An initialiser that gives normally distributed numbers.</summary>
        /// <param name="mean">Their mean.</param>
        /// <param name="std">Their standard deviation.</param>
        /// <param name="dtype">The type of what it gives, a real floating one.</param>
        [Mlx("nn.init.normal")]
        public static Func<NDArray, NDArray> Normal(double mean = 0, double std = 1, DType dtype = DType.Float32)
        {
            RequireFloating("Normal", dtype);
            return a => Mx.Random.Normal(ShapeOf("Normal", a), dtype, mean, std);
        }

        /// <summary>An initialiser that gives numbers spread evenly over [low, high).</summary>
        /// <param name="low">The lower bound.</param>
        /// <param name="high">The upper bound.</param>
        /// <param name="dtype">The type of what it gives, a real floating one.</param>
        [Mlx("nn.init.uniform")]
        public static Func<NDArray, NDArray> Uniform(double low = 0, double high = 1, DType dtype = DType.Float32)
        {
            RequireFloating("Uniform", dtype);
            return a => Mx.Random.Uniform(low, high, ShapeOf("Uniform", a), dtype);
        }

        /// <summary>
        /// An initialiser of matrices that gives normally distributed numbers, of which in each row a share is 0 (Martens, "Deep learning
        /// via Hessian-free optimization", 2010).
        /// </summary>
        /// <param name="sparsity">The share of zeros in each row, from 0 to 1, rounded up.</param>
        /// <param name="mean">The mean of the others.</param>
        /// <param name="std">Their standard deviation.</param>
        /// <param name="dtype">The type of what it gives, a real floating one.</param>
        /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
        /// <exception cref="ArgumentException">By the initialiser: the array is no matrix.</exception>
        [Mlx("nn.init.sparse")]
        public static Func<NDArray, NDArray> Sparse(double sparsity, double mean = 0, double std = 1, DType dtype = DType.Float32)
        {
            RequireFloating("Sparse", dtype);
            if (!(sparsity >= 0 && sparsity <= 1))
                throw new ArgumentOutOfRangeException(nameof(sparsity), sparsity, $"Nn.Init.Sparse: sparsity is {sparsity}; it must be from 0 to 1.");
            return a =>
            {
                Shape shape = ShapeOf("Sparse", a, axes: 2);
                int zeros = (int)Math.Ceiling(sparsity * shape[1]);
                NDArray order = Mx.ArgSort(Mx.Random.Uniform(shape: shape), axis: 1);
                NDArray numbers = Mx.Random.Normal(shape, dtype, mean, std);
                return Mx.PutAlongAxis(numbers, order[.., ..zeros], Mx.Zeros((shape[0], zeros), dtype), 1);
            };
        }

        /// <summary>
        /// An initialiser of matrices that gives part of a random orthogonal matrix, times a factor: rows or columns, whichever are fewer, are
        /// orthogonal and of length <paramref name="gain"/> (Saxe et al., 2013).
        /// </summary>
        /// <param name="gain">The factor.</param>
        /// <param name="dtype">The type of what it gives, a real floating one.</param>
        /// <exception cref="ArgumentException">By the initialiser: the array is no matrix.</exception>
        [Mlx("nn.init.orthogonal")]
        public static Func<NDArray, NDArray> Orthogonal(double gain = 1, DType dtype = DType.Float32)
        {
            RequireFloating("Orthogonal", dtype);
            return a =>
            {
                Shape shape = ShapeOf("Orthogonal", a, axes: 2);
                int most = Math.Max(shape[0], shape[1]);
                (NDArray q, NDArray r) = Mx.Linalg.Qr(Mx.Random.Normal((most, most)));
                // With the signs of the diagonal the distribution is uniform over rotations.
                NDArray turned = q * Mx.Sign(Mx.Diag(r));
                return Mx.AsType(gain * turned[..shape[0], ..shape[1]], dtype);
            };
        }
    }
}
