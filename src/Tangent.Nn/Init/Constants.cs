namespace Tangent;

public static partial class Nn
{
    public static partial class Init
    {
        /// <summary>An initialiser that gives an array of one number.</summary>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The type of what it gives.</param>
        [Mlx("nn.init.constant")]
        public static Func<NDArray, NDArray> Constant(double value, DType dtype = DType.Float32) =>
            a => Mx.Full(ShapeOf("Constant", a), value, dtype);

        /// <summary>An initialiser that gives the identity for a square matrix.</summary>
        /// <param name="dtype">The type of what it gives.</param>
        /// <exception cref="ArgumentException">By the initialiser: the array is no square matrix.</exception>
        [Mlx("nn.init.identity")]
        public static Func<NDArray, NDArray> Identity(DType dtype = DType.Float32) => a =>
        {
            Shape shape = ShapeOf("Identity", a);
            return shape.Rank == 2 && shape[0] == shape[1]
                ? Mx.Eye(shape[0], dtype: dtype)
                : throw new ArgumentException($"Nn.Init.Identity: an array of shape {shape} is no square matrix.", nameof(a));
        };

        private static Shape ShapeOf(string initializer, NDArray a, int? axes = null)
        {
            ArgumentNullException.ThrowIfNull(a);
            return axes is null || a.NDim == axes
                ? a.Shape
                : throw new ArgumentException($"Nn.Init.{initializer}: an array of shape {a.Shape} does not have {axes} axes.", nameof(a));
        }

        private static DType RequireFloating(string initializer, DType dtype) => dtype.IsFloating
            ? dtype
            : throw new ArgumentException($"Nn.Init.{initializer}: dtype is {dtype.Name()}; it must be a real floating type.", nameof(dtype));
    }
}
