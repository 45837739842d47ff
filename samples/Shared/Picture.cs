using Tangent;

namespace Samples;

/// <summary>A plot that is saved as PNG.</summary>
internal sealed class Picture : IDisposable
{
    private const int Width = 800, Height = 500;

    private readonly ScottPlot.Plot plot = new();

    public Picture(string title, string x, string y)
    {
        plot.Title(title);
        plot.XLabel(x);
        plot.YLabel(y);
    }

    /// <summary>A line through points.</summary>
    public void Line(string name, NDArray x, NDArray y) => plot.Add.ScatterLine(Numbers(x), Numbers(y)).LegendText = name;

    /// <summary>Points alone.</summary>
    public void Points(string name, NDArray x, NDArray y) => plot.Add.ScatterPoints(Numbers(x), Numbers(y)).LegendText = name;

    /// <summary>A matrix as colours, its first row above.</summary>
    public void Map(NDArray matrix)
    {
        double[] numbers = Numbers(matrix);
        var cells = new double[matrix.Shape[0], matrix.Shape[1]];
        Buffer.BlockCopy(numbers, 0, cells, 0, numbers.Length * sizeof(double));
        plot.Add.Heatmap(cells);
    }

    /// <summary>Names along both axes, the first of the vertical one above.</summary>
    public void Names(string[] names)
    {
        double[] places = [.. Enumerable.Range(0, names.Length)];
        plot.Axes.Bottom.SetTicks(places, names);
        plot.Axes.Left.SetTicks(places, [.. names.Reverse()]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 45;
        plot.Axes.Bottom.TickLabelStyle.Alignment = ScottPlot.Alignment.UpperLeft;
    }

    /// <summary>Writes the file.</summary>
    public void Save(string folder, string name)
    {
        plot.ShowLegend();
        plot.SavePng(Path.Combine(folder, name), Width, Height);
    }

    /// <inheritdoc/>
    public void Dispose() => plot.Dispose();

    private static double[] Numbers(NDArray x) => Mx.AsType(x, DType.Float64).ToArray<double>();
}
