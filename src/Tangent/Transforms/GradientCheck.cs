namespace Tangent;

/// <summary>Compares derivatives with central differences, and the two modes with each other.</summary>
internal sealed class GradientCheck(GradModes modes, double? tolerance, Random random)
{
    /// <summary>Checks a function and, for higher orders, its derivatives as functions of the same point.</summary>
    public void Run(Func<NDArray[], NDArray[]> function, NDArray[] x, int order, string name)
    {
        NDArray[] dx = [.. x.Select(Direction)];
        NDArray[] y = FunctionResults.Of("CheckGrads", function(NDArray.Share(x)));
        NDArray[] ct = [.. y.Select(Direction)];
        double expected = Slope(function, x, dx, ct);
        double scale = Math.Max(1, Math.Abs(expected));
        if (modes.HasFlag(GradModes.Forward))
            Require("jvp", name, Dot(ct, Mx.Jvp(function, x, dx).Tangents), expected, scale, x);
        if (modes.HasFlag(GradModes.Reverse))
            Require("vjp", name, Dot(Mx.Vjp(function, x, Floating(ct, y)).Cotangents, dx), expected, scale, x);
        if (order <= 1)
            return;
        if (modes.HasFlag(GradModes.Forward))
            Run(v => Mx.Jvp(function, v, dx).Tangents, x, order - 1, $"jvp({name})");
        if (modes.HasFlag(GradModes.Reverse))
            Run(v => Mx.Vjp(function, v, Floating(ct, y)).Cotangents, x, order - 1, $"vjp({name})");
    }

    private static NDArray?[] Floating(NDArray[] ct, NDArray[] y) => [.. ct.Select((value, i) => y[i].DType.IsFloating ? value : null)];

    // Central differences of fourth order: the error is of order step⁴ against rounding of order epsilon / step.
    private static double Slope(Func<NDArray[], NDArray[]> function, NDArray[] x, NDArray[] dx, NDArray[] ct)
    {
        double step = x.All(array => array.DType == DType.Float64) ? 1e-3 : 3e-2;
        double near = At(step) - At(-step);
        double far = At(2 * step) - At(-2 * step);
        return ((8 * near) - far) / (12 * step);

        double At(double t) => Dot(ct, function([.. x.Select((array, i) => array + (dx[i] * t))]));
    }

    private static double Dot(NDArray[] x, NDArray[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            if (y[i].DType.IsFloating)
                sum += Mx.Sum(Mx.AsType(x[i], DType.Float64) * Mx.AsType(y[i], DType.Float64)).Item<double>();
        return sum;
    }

    private void Require(string mode, string name, double actual, double expected, double scale, NDArray[] x)
    {
        double allowed = (tolerance ?? (x.All(array => array.DType == DType.Float64) ? 1e-6 : 2e-2)) * scale;
        if (!(Math.Abs(actual - expected) <= allowed))
            throw new GradientMismatchException(FormattableString.Invariant(
                $"CheckGrads: {mode} of {name} is {actual} along a random direction; central differences give {expected}."));
    }

    private NDArray Direction(NDArray like)
    {
        var values = new double[like.Size];
        for (int i = 0; i < values.Length; i++)
            values[i] = (random.NextDouble() * 2) - 1;
        NDArray direction = NDArray.Copy<double>(values, DType.Float64, like.Shape);
        return Mx.AsType(direction, like.DType.IsFloating ? like.DType : DType.Float64);
    }
}
