namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>
        /// Vectors of a normal distribution with the given means and covariances; differentiable in both, where a covariance is singular only along what
        /// keeps its rank (NaN otherwise). Of a covariance its symmetric part counts; one with negative eigenvalues gives NaN.
        /// </summary>
        /// <param name="mean">[..., n]</param>
        /// <param name="cov">[..., n, n]</param>
        /// <param name="shape">The shape of the result without its last axis, n; leading axes of <paramref name="mean"/> and <paramref name="cov"/> broadcast with it.</param>
        /// <param name="dtype">A real floating type; the root of the covariance is computed in float32 at least.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        /// <exception cref="ArgumentException">The shapes do not belong together, mean or cov is complex, or <paramref name="dtype"/> is not real and floating.</exception>
        [Mlx("core.random.multivariate_normal")]
        public static NDArray MultivariateNormal(NDArray mean, NDArray cov, Shape? shape = null, DType dtype = DType.Float32, NDArray? key = null)
        {
            const string name = "Random.MultivariateNormal";
            ArgumentNullException.ThrowIfNull(mean);
            ArgumentNullException.ThrowIfNull(cov);
            if (!dtype.IsFloating)
                throw new ArgumentException($"{name}: dtype is {dtype.Name()}; it must be a real floating type.", nameof(dtype));
            if (mean.DType.IsComplex || cov.DType.IsComplex)
                throw new ArgumentException($"{name}: mean is {mean.DType.Name()} and cov {cov.DType.Name()}; they must be real.", mean.DType.IsComplex ? nameof(mean) : nameof(cov));
            if (mean.Rank < 1)
                throw new ArgumentException($"{name}: mean is a scalar; it needs an axis.", nameof(mean));
            if (cov.Rank < 2 || cov.Shape[^1] != cov.Shape[^2] || cov.Shape[^1] != mean.Shape[^1])
                throw new ArgumentException($"{name}: cov of shape {cov.Shape} holds no {mean.Shape[^1]}×{mean.Shape[^1]} matrices, as mean of shape {mean.Shape} asks for.", nameof(cov));
            Shape batch = Elementwise.BroadcastShapes(name, new(mean.Shape.Lengths[..^1]), new(cov.Shape.Lengths[..^2]));
            Shape all = new([.. Elementwise.BroadcastShapes(name, shape ?? [], batch).Lengths, mean.Shape[^1]]);
            DType working = dtype == DType.Float64 ? dtype : DType.Float32;
            NDArray standard = Normal(all, dtype, key: GlobalKey.Or(key, "MultivariateNormal"));
            if (mean.Shape[^1] == 0)
                return standard;
            NDArray root = AsType(HermitianRoot.Of(Elementwise.ToType(name, cov, working)), dtype);
            NDArray offset = root.Rank == 2 ? MatMul(standard, root) : Squeeze(MatMul(ExpandDims(standard, -2), root), -2);
            return Elementwise.ToType(name, mean, dtype) + offset;
        }
    }
}
