namespace Tangent;

public static partial class Mx
{
    public static partial class Fast
    {
        /// <summary>
        /// Rotary position embedding: pairs of the first <paramref name="dims"/> numbers of each row are turned by an angle that grows with the row's place along the axis before the last (Su et al., 2021). Computed in float32 at least.
        /// </summary>
        /// <param name="a">[batch, …, places, numbers].</param>
        /// <param name="dims">How many numbers to turn, an even number.</param>
        /// <param name="traditional">True for pairs of neighbours; else a number and the one <paramref name="dims"/>/2 further on.</param>
        /// <param name="base">Pair i turns by base^(−2i/dims) a place; null with <paramref name="freqs"/> alone.</param>
        /// <param name="scale">What places are multiplied by.</param>
        /// <param name="offset">The place of the first row.</param>
        /// <param name="freqs">[dims/2]: the places in which each pair turns by 1, in place of those of the base.</param>
        /// <exception cref="ArgumentException">The shapes do not fit, or there are both a base and frequencies or neither.</exception>
        [Mlx("core.fast.rope")]
        public static NDArray Rope(NDArray a, int dims, bool traditional, double? @base, double scale, int offset, NDArray? freqs = null) =>
            Rope(a, dims, traditional, @base, scale, (NDArray)offset, freqs);

        /// <summary>The same with a place of the first row for each of the batch.</summary>
        /// <inheritdoc cref="Rope(NDArray, int, bool, double?, double, int, NDArray?)"/>
        /// <param name="a">[batch, …, places, numbers].</param>
        /// <param name="dims">How many numbers to turn, an even number.</param>
        /// <param name="traditional">True for pairs of neighbours; else a number and the one <paramref name="dims"/>/2 further on.</param>
        /// <param name="base">Pair i turns by base^(−2i/dims) a place; null with <paramref name="freqs"/> alone.</param>
        /// <param name="scale">What places are multiplied by.</param>
        /// <param name="offset">The place of the first row: one number, or one for each of the batch.</param>
        /// <param name="freqs">[dims/2]: the places in which each pair turns by 1, in place of those of the base.</param>
        [Mlx("core.fast.rope")]
        public static NDArray Rope(NDArray a, int dims, bool traditional, double? @base, double scale, NDArray offset, NDArray? freqs = null)
        {
            Check(a, dims, @base, offset, freqs);
            DType dtype = Promotion.ToInexact(a.DType);
            NDArray precise = Folding.Precise(Elementwise.ToType("Fast.Rope", a, dtype));
            NDArray angles = Angles(a.Shape, precise.DType, dims, @base, scale, offset, freqs);
            (NDArray first, NDArray second) = Pairs(precise[Ellipsis, ..dims], traditional);
            (NDArray cos, NDArray sin) = (Cos(angles), Sin(angles));
            (NDArray x, NDArray y) = (first * cos - second * sin, first * sin + second * cos);
            NDArray turned = traditional ? Reshape(Stack([x, y], -1), precise[Ellipsis, ..dims].Shape) : Concatenate([x, y], -1);
            NDArray all = dims == a.Shape[^1] ? turned : Concatenate([turned, precise[Ellipsis, dims..]], -1);
            return AsType(all, dtype);
        }

        private static void Check(NDArray a, int dims, double? @base, NDArray offset, NDArray? freqs)
        {
            ArgumentNullException.ThrowIfNull(a);
            ArgumentNullException.ThrowIfNull(offset);
            if (a.Rank < 3)
                throw new ArgumentException($"Fast.Rope: {a.Shape} needs three axes or more, of the batch, the places and the numbers.", nameof(a));
            if (a.DType.IsComplex)
                throw new ArgumentException($"Fast.Rope: {a.DType.Name()} cannot be turned so.", nameof(a));
            if (dims < 2 || dims % 2 != 0 || dims > a.Shape[^1])
                throw new ArgumentException($"Fast.Rope: {dims} is not an even number from 2 to the {a.Shape[^1]} numbers of {a.Shape}.", nameof(dims));
            if (@base is null == freqs is null)
                throw new ArgumentException("Fast.Rope: either a base or frequencies, not both and not neither.", nameof(freqs));
            if (freqs is not null && (freqs.Rank != 1 || freqs.Shape[0] != dims / 2))
                throw new ArgumentException($"Fast.Rope: the frequencies {freqs.Shape} need {dims / 2} numbers for {dims} dimensions.", nameof(freqs));
            if (offset.Size != 1 && (offset.Rank != 1 || offset.Shape[0] != a.Shape[0]))
                throw new ArgumentException($"Fast.Rope: the offset {offset.Shape} needs one number, or one for each of the batch of {a.Shape}.", nameof(offset));
        }

        // [batch or 1, 1, …, places, pairs].
        private static NDArray Angles(Shape shape, DType dtype, int dims, double? @base, double scale, NDArray offset, NDArray? freqs)
        {
            int[] lead = [(int)offset.Size, .. Enumerable.Repeat(1, shape.Rank - 3)];
            NDArray places = (Arange(shape[^2], dtype: dtype) + Reshape(AsType(offset, dtype), new Shape([.. lead, 1]))) * scale;
            NDArray turns = freqs is null
                ? Exp(Arange(dims / 2, dtype: dtype) * (-2 * Math.Log(@base!.Value) / dims))
                : Reciprocal(AsType(freqs, dtype));
            return ExpandDims(places, -1) * turns;
        }

        private static (NDArray First, NDArray Second) Pairs(NDArray x, bool traditional)
        {
            int half = x.Shape[^1] / 2;
            return traditional
                ? (x[Ellipsis, Every(2)], x[Ellipsis, Every(2, 1)])
                : (x[Ellipsis, ..half], x[Ellipsis, half..]);
        }
    }
}
