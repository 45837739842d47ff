namespace Tangent;

/// <summary>
/// Standard normal numbers between two bounds. Where the interval reaches within 3 of the middle the error function is inverted;
/// beyond, where it has no digits left, the tail is: with the ratio M(x) = Q(x)/φ(x) of Mills, the part of the tail from
/// <c>a</c> on that lies beyond <c>a + d</c> is exp(-d·(a + d/2))·M(a + d)/M(a), a number that neither under- nor overflows.
/// </summary>
internal readonly struct NormalInterval(NDArray from, NDArray to)
{
    /// <summary>The distance from the middle at which tails begin.</summary>
    private const double Tail = 3;

    private readonly NDArray from = from;
    private readonly NDArray to = to;

    /// <summary>Numbers of a shape, by default that of the bounds.</summary>
    public NDArray Draw(Shape? shape, NDArray key)
    {
        NDArray isRight = from >= Tail, isLeft = to <= -Tail;
        bool? isTail = Literals.NumberOf(from) is { } low && Literals.NumberOf(to) is { } high ? low >= Tail || high <= -Tail : null;
        NDArray y = isTail switch
        {
            true => InTail(isLeft, shape, key),
            false => InMiddle(shape, key),
            null => Mx.Where(isRight | isLeft, InTail(isLeft, shape, key), InMiddle(shape, key)),
        };
        return Mx.Maximum(Mx.Minimum(to, y), from);
    }

    private NDArray InMiddle(Shape? shape, NDArray key)
    {
        NDArray root = Mx.AsType(Math.Sqrt(2), from.DType);
        return root * Mx.ErfInv(Mx.Random.Uniform(Mx.Erf(from / root), Mx.Erf(to / root), shape, from.DType, key));
    }

    // The left tail is the right one, mirrored. What is no tail draws from [3, 4]: it is not used, and has finite derivatives.
    private NDArray InTail(NDArray isLeft, Shape? shape, NDArray key)
    {
        NDArray near = Mx.Where(isLeft, -to, from), far = Mx.Where(isLeft, -from, to);
        NDArray isTail = near >= Tail;
        near = Mx.Where(isTail, near, Tail);
        far = Mx.Where(isTail, far, Tail + 1);
        NDArray middle = MillsRatio(near), width = far - near;
        NDArray mass = -Mx.Expm1((Mx.Log(MillsRatio(far) / middle)) - (width * (near + (width * 0.5))));
        NDArray unit = Mx.Random.Uniform(0.0, 1.0, shape ?? mass.Shape, from.DType, key);
        NDArray tail = near + Distance(near, middle, -Mx.Log1p(-unit * mass));
        return Mx.Where(isLeft, -tail, tail);
    }

    // Newton's method for d·(a + d/2) + log(M(a)/M(a + d)) = depth. The left side is convex with slope 1/M(a + d), and the first
    // guess, which leaves out the logarithm, is too large: each step squares an error that begins below 0.2.
    private static NDArray Distance(NDArray near, NDArray middle, NDArray depth)
    {
        NDArray d = 2 * depth / (near + Mx.Sqrt(Mx.Square(near) + (2 * depth)));
        for (int step = 0; step < 3; step++)
        {
            NDArray ratio = MillsRatio(near + d);
            d -= ratio * ((d * (near + (d * 0.5))) - Mx.Log(ratio / middle) - depth);
        }
        return d;
    }

    // Laplace's continued fraction 1/(x + 1/(x + 2/(x + …))). From 3 on 20 levels leave an error below 1e-15, 8 below 1e-9.
    private static NDArray MillsRatio(NDArray x)
    {
        NDArray y = x;
        for (int level = x.DType == DType.Float64 ? 20 : 8; level > 0; level--)
            y = x + (level / y);
        return Mx.Reciprocal(y);
    }
}
