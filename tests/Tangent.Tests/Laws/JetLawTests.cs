using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>Over all samples: derivatives along a curve are those that nested <c>Jvp</c> finds.</summary>
public class JetLawTests
{
    private const int Order = 4;

    public static TheoryData<string> Differentiable => [.. Samples.All.Values.Where(sample => sample.Constant is null).Select(sample => sample.Id)];

    [Theory, MemberData(nameof(Differentiable))]
    public void TaylorModeIsNestedForwardMode(string id)
    {
        Sample sample = Samples.All[id];
        NDArray[] x = sample.Arguments;
        // The second order is missing, as is the last of the second argument.
        NDArray?[][] series = [.. x.Select((array, i) => Enumerable.Range(1, Order).Select(k =>
            !array.DType.IsInexact || k == 2 || (i == 1 && k == Order) ? null : Directions.Of([array], (10 * i) + k)[0]! * 0.5).ToArray())];
        (NDArray[] y, NDArray[][] dy) = Mx.Jet(sample.Function, x, series);
        Law.Same(sample.Function(x), y, "value");
        Func<NDArray, NDArray[]> along = Along(sample.Function, x, series);
        for (int k = 0; k < Order; k++)
        {
            along = Derivative(along);
            NDArray zero = Mx.AsType(0.0, DType.Float64);
            Law.Same(along(zero), [.. dy.Select(derivatives => derivatives[k])], $"derivative {k + 1}");
        }
    }

    private static Func<NDArray, NDArray[]> Derivative(Func<NDArray, NDArray[]> f) =>
        t => Mx.Jvp(v => f(v[0]), [t], [Mx.OnesLike(t)]).Tangents;

    private static Func<NDArray, NDArray[]> Along(Func<NDArray[], NDArray[]> f, NDArray[] x, NDArray?[][] series) => t => f([.. x.Select((array, i) =>
    {
        NDArray place = array;
        double factorial = 1;
        for (int k = 1; k <= Order; k++)
        {
            factorial *= k;
            if (series[i][k - 1] is { } derivative)
                place += Mx.AsType(Mx.Power(t, k) / factorial, derivative.DType) * derivative;
        }
        return place;
    })]);
}
