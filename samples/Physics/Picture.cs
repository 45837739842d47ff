using Tangent;

namespace Physics;

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
