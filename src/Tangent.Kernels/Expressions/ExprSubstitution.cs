namespace Tangent.Kernels;

/// <summary>Puts expressions in the place of inputs.</summary>
internal static class ExprSubstitution
{
    /// <summary>
    /// <paramref name="body"/> with input <c>i</c> replaced by <c>arguments[i]</c>. The body is the lowering of one
    /// primitive, a handful of nodes deep; the arguments may be of any depth and are not entered.
    /// </summary>
    public static Expr Substitute(this Expr body, Expr[] arguments)
    {
        if (body.Op == ScalarOp.Input)
            return arguments[body.Bits];
        if (body.X is null)
            return body;
        return body.With(body.X.Substitute(arguments), body.Y?.Substitute(arguments), body.Z?.Substitute(arguments));
    }
}
