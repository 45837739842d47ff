using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Elements of <paramref name="x"/> with the signs of those of <paramref name="y"/>, also of -0 and NaN, after promotion and
    /// broadcasting; integers become float32. The derivative in <paramref name="y"/> is 0. Not for complex arrays.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // see Binary
    public static NDArray CopySign(NDArray x, NDArray y)
    {
        Operands.RequireReal("CopySign", x, y);
        Elementwise.AlignInexact("CopySign", ref x, ref y);
        NDArray size = Abs(x);
        return Where(SignBit(y), -size, size);
    }

    /// <summary>Where elements are negative, -0 and NaN with a sign among them, as bool. Not for complex arrays.</summary>
    public static NDArray SignBit(NDArray x)
    {
        Operands.RequireReal("SignBit", x, x);
        if (!x.DType.IsInexact)
            return Less(x, 0);
        if (x.Literal is { } literal)
            return Literals.FromExact(SignBit(Literals.Of(literal, DType.Float64)), DType.Bool, x);
        return Less(View(StopGradient(x), x.DType.Size switch { 2 => DType.Int16, 4 => DType.Int32, _ => DType.Int64 }), 0);
    }
}
