namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>The n-th power of square matrices by repeated squaring; of the inverse where n is negative, and the unit matrix for 0.</summary>
        /// <param name="a">[..., m, m]</param>
        /// <param name="n">Any integer.</param>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is a 16-bit float.</exception>
        public static NDArray MatrixPower(NDArray a, int n)
        {
            a = Matrices.Square("Linalg.MatrixPower", a);
            if (n == 0)
                return Matrices.IdentityLike(a).Share();
            NDArray square = n < 0 ? Shared<Inverse>.Instance.Apply(a) : a;
            NDArray? result = null;
            for (long rest = Math.Abs((long)n); ; square = MatMul(square, square))
            {
                if ((rest & 1) != 0)
                    result = result is null ? square : MatMul(result, square);
                rest >>= 1;
                if (rest == 0)
                    return result!.Share();
            }
        }
    }
}
