namespace Tangent;

/// <content>Further elementwise functions as methods; see the functions of the same name in <see cref="Mx"/>.</content>
public sealed partial class NDArray
{
    /// <summary>Whether all elements of two arrays are close in the sense of <see cref="IsClose"/>, as a bool scalar, after broadcasting; see <see cref="Mx.AllClose"/>.</summary>
    public NDArray AllClose(NDArray y, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) => Mx.AllClose(this, y, rtol, atol, equalNan);

    /// <summary>The inverse cosine of each element, in radians; see <see cref="Mx.ArcCos"/>.</summary>
    public NDArray ArcCos() => Mx.ArcCos(this);

    /// <summary>The inverse hyperbolic cosine of each element; see <see cref="Mx.ArcCosh"/>.</summary>
    public NDArray ArcCosh() => Mx.ArcCosh(this);

    /// <summary>The inverse sine of each element, in radians; see <see cref="Mx.ArcSin"/>.</summary>
    public NDArray ArcSin() => Mx.ArcSin(this);

    /// <summary>The inverse hyperbolic sine of each element; see <see cref="Mx.ArcSinh"/>.</summary>
    public NDArray ArcSinh() => Mx.ArcSinh(this);

    /// <summary>The inverse tangent of each element, in radians; see <see cref="Mx.ArcTan"/>.</summary>
    public NDArray ArcTan() => Mx.ArcTan(this);

    /// <summary>The angle in (-pi, pi] from the first axis to the point (<paramref name="y"/>, this array), so that the tangent of the result is x/y; integers become float32. Not for complex arrays; see <see cref="Mx.ArcTan2"/>.</summary>
    public NDArray ArcTan2(NDArray y) => Mx.ArcTan2(this, y);

    /// <summary>The inverse hyperbolic tangent of each element; see <see cref="Mx.ArcTanh"/>.</summary>
    public NDArray ArcTanh() => Mx.ArcTanh(this);

    /// <summary>Whether two arrays have one shape and equal elements, after promotion, as a bool scalar; see <see cref="Mx.ArrayEqual"/>.</summary>
    public NDArray ArrayEqual(NDArray y, bool equalNan = false) => Mx.ArrayEqual(this, y, equalNan);

    /// <summary>Integers with every bit inverted; see <see cref="Mx.BitwiseInvert"/>.</summary>
    public NDArray BitwiseInvert() => Mx.BitwiseInvert(this);

    /// <summary>The smallest integer not below each element, of its type; see <see cref="Mx.Ceiling"/>.</summary>
    public NDArray Ceiling() => Mx.Ceiling(this);

    /// <summary>Elements brought between two bounds, of which one may be null, after promotion and broadcasting; see <see cref="Mx.Clip"/>.</summary>
    public NDArray Clip(NDArray? aMin, NDArray? aMax) => Mx.Clip(this, aMin, aMax);

    /// <summary>The complex conjugate of each element; see <see cref="Mx.Conjugate"/>.</summary>
    public NDArray Conjugate() => Mx.Conjugate(this);

    /// <summary>Elements of this array with the signs of those of <paramref name="y"/>, also of -0 and NaN, after promotion and broadcasting; see <see cref="Mx.CopySign"/>.</summary>
    public NDArray CopySign(NDArray y) => Mx.CopySign(this, y);

    /// <summary>The hyperbolic cosine of each element; see <see cref="Mx.Cosh"/>.</summary>
    public NDArray Cosh() => Mx.Cosh(this);

    /// <summary>Angles in radians as degrees; see <see cref="Mx.Degrees"/>.</summary>
    public NDArray Degrees() => Mx.Degrees(this);

    /// <summary>The quotient rounded down and the remainder, so that x is quotient * y + remainder; see <see cref="Mx.DivMod"/>.</summary>
    public (NDArray Quotient, NDArray Remainder) DivMod(NDArray y) => Mx.DivMod(this, y);

    /// <summary>The error function of each element; see <see cref="Mx.Erf"/>.</summary>
    public NDArray Erf() => Mx.Erf(this);

    /// <summary>The inverse of the error function; see <see cref="Mx.ErfInv"/>.</summary>
    public NDArray ErfInv() => Mx.ErfInv(this);

    /// <summary>e to the power of each element, minus 1, accurate near 0; see <see cref="Mx.Expm1"/>.</summary>
    public NDArray Expm1() => Mx.Expm1(this);

    /// <summary>The greatest integer not above each element, of its type; see <see cref="Mx.Floor"/>.</summary>
    public NDArray Floor() => Mx.Floor(this);

    /// <summary>The quotient rounded down, of the operands' common type, after promotion and broadcasting; see <see cref="Mx.FloorDivide"/>.</summary>
    public NDArray FloorDivide(NDArray y) => Mx.FloorDivide(this, y);

    /// <summary>The numbers that eight bits stand for, as <see cref="ToFp8"/> makes them; see <see cref="Mx.FromFp8"/>.</summary>
    public NDArray FromFp8(DType dtype = DType.BFloat16) => Mx.FromFp8(this, dtype);

    /// <summary>√(x² + y²) of two elements, without overflow or underflow in between, after promotion and broadcasting; see <see cref="Mx.Hypot"/>.</summary>
    public NDArray Hypot(NDArray y) => Mx.Hypot(this, y);

    /// <summary>Where |x - y| is at most <paramref name="atol"/> + <paramref name="rtol"/> * |y|, as bool, after broadcasting; see <see cref="Mx.IsClose"/>.</summary>
    public NDArray IsClose(NDArray y, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) => Mx.IsClose(this, y, rtol, atol, equalNan);

    /// <summary>Where elements are neither infinite nor NaN, as bool; see <see cref="Mx.IsFinite"/>.</summary>
    public NDArray IsFinite() => Mx.IsFinite(this);

    /// <summary>Where elements are infinite, as bool; see <see cref="Mx.IsInf"/>.</summary>
    public NDArray IsInf() => Mx.IsInf(this);

    /// <summary>Where elements are not a number, as bool; see <see cref="Mx.IsNaN"/>.</summary>
    public NDArray IsNaN() => Mx.IsNaN(this);

    /// <summary>Where elements are minus infinity, as bool; see <see cref="Mx.IsNegInf"/>.</summary>
    public NDArray IsNegInf() => Mx.IsNegInf(this);

    /// <summary>Where elements are plus infinity, as bool; see <see cref="Mx.IsPosInf"/>.</summary>
    public NDArray IsPosInf() => Mx.IsPosInf(this);

    /// <summary>log(exp(x) + exp(y)) without overflow, element by element, after broadcasting; see <see cref="Mx.LogAddExp"/>.</summary>
    public NDArray LogAddExp(NDArray y) => Mx.LogAddExp(this, y);

    /// <summary>Where both elements are not zero, as bool, after broadcasting; see <see cref="Mx.LogicalAnd"/>.</summary>
    public NDArray LogicalAnd(NDArray y) => Mx.LogicalAnd(this, y);

    /// <summary>Where elements are zero, as bool; see <see cref="Mx.LogicalNot"/>.</summary>
    public NDArray LogicalNot() => Mx.LogicalNot(this);

    /// <summary>Where either element is not zero, as bool, after broadcasting; see <see cref="Mx.LogicalOr"/>.</summary>
    public NDArray LogicalOr(NDArray y) => Mx.LogicalOr(this, y);

    /// <summary>Where exactly one of the elements is not zero, as bool, after broadcasting; see <see cref="Mx.LogicalXor"/>.</summary>
    public NDArray LogicalXor(NDArray y) => Mx.LogicalXor(this, y);

    /// <summary>The larger of two elements, NaN if either is, after promotion and broadcasting; see <see cref="Mx.Maximum"/>.</summary>
    public NDArray Maximum(NDArray y) => Mx.Maximum(this, y);

    /// <summary>The smaller of two elements, NaN if either is, after promotion and broadcasting; see <see cref="Mx.Minimum"/>.</summary>
    public NDArray Minimum(NDArray y) => Mx.Minimum(this, y);

    /// <summary>Elements with NaN and infinities replaced, by 0 and by the greatest and lowest finite value of the type unless others are given; see <see cref="Mx.NanToNum"/>.</summary>
    public NDArray NanToNum(double nan = 0, double? posinf = null, double? neginf = null) => Mx.NanToNum(this, nan, posinf, neginf);

    /// <summary>Minus each element; see <see cref="Mx.Negative"/>.</summary>
    public NDArray Negative() => Mx.Negative(this);

    /// <summary>Elements of this array to the power of those of <paramref name="y"/>, after promotion and broadcasting; see <see cref="Mx.Power"/>.</summary>
    public NDArray Power(NDArray y) => Mx.Power(this, y);

    /// <summary>The same as <see cref="Power"/>; <c>^</c> is the exclusive disjunction of bits.</summary>
    public NDArray Pow(NDArray y) => Mx.Power(this, y);

    /// <summary>Angles in degrees as radians; see <see cref="Mx.Radians"/>.</summary>
    public NDArray Radians() => Mx.Radians(this);

    /// <summary>The larger of each element and 0, NaN where it is NaN; see <see cref="Mx.Relu"/>.</summary>
    public NDArray Relu() => Mx.Relu(this);

    /// <summary>The logistic function 1 / (1 + exp(-x)) of each element; see <see cref="Mx.Sigmoid"/>.</summary>
    public NDArray Sigmoid() => Mx.Sigmoid(this);

    /// <summary>-1, 0 or 1 by the sign of each element, of its type; see <see cref="Mx.Sign"/>.</summary>
    public NDArray Sign() => Mx.Sign(this);

    /// <summary>Where elements are negative, -0 and NaN with a sign among them, as bool; see <see cref="Mx.SignBit"/>.</summary>
    public NDArray SignBit() => Mx.SignBit(this);

    /// <summary>The hyperbolic sine of each element; see <see cref="Mx.Sinh"/>.</summary>
    public NDArray Sinh() => Mx.Sinh(this);

    /// <summary>The same values, taken as constant by every derivative; see <see cref="Mx.StopGradient"/>.</summary>
    public NDArray StopGradient() => Mx.StopGradient(this);

    /// <summary>The tangent of each element, in radians; see <see cref="Mx.Tan"/>.</summary>
    public NDArray Tan() => Mx.Tan(this);

    /// <summary>The hyperbolic tangent of each element; see <see cref="Mx.Tanh"/>.</summary>
    public NDArray Tanh() => Mx.Tanh(this);

    /// <summary>Floating numbers as eight bits in uint8; see <see cref="Mx.ToFp8"/>.</summary>
    public NDArray ToFp8() => Mx.ToFp8(this);

    /// <summary>Each element without its fraction, of its type; see <see cref="Mx.Truncate"/>.</summary>
    public NDArray Truncate() => Mx.Truncate(this);
}
