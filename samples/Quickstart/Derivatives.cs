using Spectre.Console;
using Tangent;

namespace Quickstart;

/// <summary>The slope of the loss along one direction, found in three ways.</summary>
internal static class Derivatives
{
    /// <summary>Prints the three numbers.</summary>
    public static void Compare(Digits training)
    {
        Func<NDArray, NDArray> loss = point => Network.Loss(point, training);
        NDArray point = Network.Start();
        NDArray direction = Mx.Random.Normal(Network.Size, key: Mx.Random.Key(2));
        const double step = 1e-2;

        float jvp = Mx.Jvp(loss, point, direction).Tangents.Item<float>();
        float gradient = Mx.Sum(Mx.Grad(loss)(point) * direction).Item<float>();
        double difference = (loss(point + (direction * step)).Item<float>() - loss(point - (direction * step)).Item<float>()) / (2 * step);

        Table table = new Table().Border(TableBorder.Simple).AddColumn("slope of the loss along a random direction").AddColumn(new TableColumn("").RightAligned());
        table.AddRow("Jacobian-vector product, one forward pass", FormattableString.Invariant($"{jvp:F6}"));
        table.AddRow("⟨gradient, direction⟩, reverse mode", FormattableString.Invariant($"{gradient:F6}"));
        table.AddRow("central difference, two evaluations", FormattableString.Invariant($"{difference:F6}"));
        AnsiConsole.Write(table);
    }
}
