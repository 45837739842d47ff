using Spectre.Console;
using Tangent;

namespace Quickstart;

/// <summary>The slope of the loss along one direction, found in three ways.</summary>
internal static class Slopes
{
    // The central difference errs by its square (curvature) and by 1e-16 over it (rounding).
    private const double Step = 1e-5;

    /// <summary>Prints the three numbers. They are float64, so that the central difference has digits to agree in.</summary>
    public static void Print(Digits training)
    {
        Digits digits = training.As(DType.Float64);
        Func<NDArray, NDArray> loss = point => Network.Loss(point, digits);
        NDArray point = Network.Start().AsType(DType.Float64);
        NDArray direction = Mx.Random.Normal(Network.Size, key: Mx.Random.Key(2)).AsType(DType.Float64);
        direction /= Mx.Sqrt(Mx.Sum(direction * direction));

        (_, NDArray slope) = Mx.Jvp(loss, point, direction);
        NDArray gradient = Mx.Grad(loss)(point);
        NDArray difference = (loss(point + (direction * Step)) - loss(point - (direction * Step))) / (2 * Step);

        Table table = Report.Table(startsWithText: true, "found by", "slope");
        AddRow(table, "Jacobian-vector product: one forward pass", slope);
        AddRow(table, "⟨gradient, direction⟩: one forward and one reverse pass", Mx.Sum(gradient * direction));
        AddRow(table, "central difference: two evaluations", difference);
        AnsiConsole.Write(table);
    }

    private static void AddRow(Table table, string name, NDArray slope) => table.AddRow(name, Report.Text($"{slope.Item<double>():F9}"));
}
