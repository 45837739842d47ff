namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// The cross products of vectors of two or three elements along an axis; a third element that is missing is 0. Of two vectors in the plane
        /// it is the third element alone, without the axis. The other axes broadcast.
        /// </summary>
        /// <exception cref="ArgumentException">A vector has another length, or the shapes do not broadcast.</exception>
        [Mlx("core.linalg.cross")]
        public static NDArray Cross(NDArray a, NDArray b, int axis = -1)
        {
            ArgumentNullException.ThrowIfNull(a);
            ArgumentNullException.ThrowIfNull(b);
            const string name = "Linalg.Cross";
            (NDArray x, NDArray y) = (MoveAxis(a, Axes.Normalize(name, axis, a.Rank), -1), MoveAxis(b, Axes.Normalize(name, axis, b.Rank), -1));
            int first = x.Shape[^1], second = y.Shape[^1];
            if (first is not (2 or 3) || second is not (2 or 3))
                throw new ArgumentException($"{name}: shapes {a.Shape} and {b.Shape} have no vectors of two or three elements along axis {axis}.", first is 2 or 3 ? nameof(b) : nameof(a));
            NDArray third = At(x, 0) * At(y, 1) - At(x, 1) * At(y, 0);
            if (first == 2 && second == 2)
                return third;
            NDArray zero = Tangents.Zeros(third.Spec);
            NDArray x2 = first == 3 ? At(x, 2) : zero, y2 = second == 3 ? At(y, 2) : zero;
            return Stack([At(x, 1) * y2 - x2 * At(y, 1), x2 * At(y, 0) - At(x, 0) * y2, third], Axes.Normalize(name, axis, third.Rank + 1));

            static NDArray At(NDArray x, int index) => Norms.At(x, index);
        }
    }
}
