using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Nn
{
    public static partial class Losses
    {
        /// <summary>The magnitude of the difference of predictions and targets.</summary>
        /// <param name="predictions">Predictions, of any real type and shape; integers become float32.</param>
        /// <param name="targets">Targets of the same shape.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        [Mlx("nn.losses.l1_loss")]
        public static NDArray L1Loss(NDArray predictions, NDArray targets, Reduction reduction = Reduction.Mean) =>
            OfDifference("Nn.Losses.L1Loss", predictions, targets, reduction, Mx.Abs);

        /// <summary>The square of the difference of predictions and targets.</summary>
        /// <param name="predictions">Predictions, of any real type and shape; integers become float32.</param>
        /// <param name="targets">Targets of the same shape.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        [Mlx("nn.losses.mse_loss")]
        public static NDArray MseLoss(NDArray predictions, NDArray targets, Reduction reduction = Reduction.Mean) =>
            OfDifference("Nn.Losses.MseLoss", predictions, targets, reduction, Mx.Square);

        /// <summary>Half the square of the difference divided by beta where its magnitude is less than beta, else the magnitude less beta / 2.</summary>
        /// <param name="predictions">Predictions, of any real type and shape; integers become float32.</param>
        /// <param name="targets">Targets of the same shape.</param>
        /// <param name="beta">Where the parabola becomes a line, not negative; 0 for <see cref="L1Loss"/>.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is negative.</exception>
        [Mlx("nn.losses.smooth_l1_loss")]
        public static NDArray SmoothL1Loss(NDArray predictions, NDArray targets, double beta = 1, Reduction reduction = Reduction.Mean)
        {
            Arguments.NotNegative("Nn.Losses.SmoothL1Loss", beta);
            return OfDifference("Nn.Losses.SmoothL1Loss", predictions, targets, reduction, difference => beta == 0
                ? Mx.Abs(difference)
                : Mx.Where(Mx.Abs(difference) < beta, 0.5 / beta * Mx.Square(difference), Mx.Abs(difference) - (0.5 * beta)));
        }

        /// <summary>Half the square of the difference where its magnitude is at most delta, else delta times (the magnitude less delta / 2).</summary>
        /// <param name="inputs">Predictions, of any real type; integers become float32.</param>
        /// <param name="targets">Targets of the same shape; an axis of length 1, or a scalar, repeats.</param>
        /// <param name="delta">Where the parabola becomes a line, not negative.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is negative.</exception>
        [Mlx("nn.losses.huber_loss")]
        public static NDArray HuberLoss(NDArray inputs, NDArray targets, double delta = 1, Reduction reduction = Reduction.None)
        {
            Arguments.NotNegative("Nn.Losses.HuberLoss", delta);
            return OfTwo("Nn.Losses.HuberLoss", inputs, targets, reduction, (x, y) => Huber(x - y, delta));
        }

        /// <summary>The logarithm of the hyperbolic cosine of the difference, without overflow: a parabola near 0, a line far away.</summary>
        /// <param name="inputs">Predictions, of any real type; integers become float32.</param>
        /// <param name="targets">Targets of the same shape; an axis of length 1, or a scalar, repeats.</param>
        /// <param name="reduction">What becomes of the elements.</param>
        /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
        [Mlx("nn.losses.log_cosh_loss")]
        public static NDArray LogCoshLoss(NDArray inputs, NDArray targets, Reduction reduction = Reduction.None) =>
            OfTwo("Nn.Losses.LogCoshLoss", inputs, targets, reduction, (x, y) => LogCosh(x - y));

        private static NDArray Huber(NDArray difference, double delta) =>
            Mx.Where(Mx.Abs(difference) <= delta, 0.5 * Mx.Square(difference), delta * (Mx.Abs(difference) - (0.5 * delta)));

        private static NDArray LogCosh(NDArray difference) => Mx.LogAddExp(difference, -difference) - Math.Log(2);

        private static NDArray OfDifference(
            string function, NDArray x, NDArray y, Reduction reduction, Func<NDArray, NDArray> loss,
            [CallerArgumentExpression(nameof(x))] string nameOfX = "", [CallerArgumentExpression(nameof(y))] string nameOfY = "")
        {
            LossArguments.RequireSame(function, x, y, nameOfX, nameOfY);
            LossArguments arguments = LossArguments.Of(function, reduction, x, y);
            return arguments.Reduce(loss(arguments.Precise(x) - arguments.Precise(y)));
        }

        private static NDArray OfTwo(
            string function, NDArray x, NDArray y, Reduction reduction, Func<NDArray, NDArray, NDArray> loss,
            [CallerArgumentExpression(nameof(x))] string nameOfX = "", [CallerArgumentExpression(nameof(y))] string nameOfY = "")
        {
            LossArguments.RequireAligned(function, x, y, nameOfX, nameOfY);
            LossArguments arguments = LossArguments.Of(function, reduction, x, y);
            return arguments.Reduce(loss(arguments.Precise(x), arguments.Precise(y)));
        }
    }
}
