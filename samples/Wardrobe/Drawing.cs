using Tangent;

namespace Wardrobe;

/// <summary>Pictures of the training.</summary>
internal static class Drawing
{
    private const int Filters = 32, Rows = 4, Edge = 3;

    /// <summary>The loss by step, what is taken for what, and the filters of the first layer.</summary>
    public static void Save(string folder, Training run, string[] names, Pictures heldOut, NDArray guesses)
    {
        using var curves = new Picture("Training", "step", "loss");
        curves.Line("loss", Mx.Arange(run.Losses.Count), run.Losses.ToArray());
        curves.Save(folder, "curves.png");
        using var confusion = new Picture("What is taken for what", "taken for", "is");
        confusion.Map(Confusion(heldOut.Labels, guesses, names.Length));
        confusion.Names(names);
        confusion.Save(folder, "confusion.png");
        using var filters = new Picture("Filters of the first layer", "", "");
        filters.Map(Tiles(run.Network.First.Weight));
        filters.Save(folder, "filters.png");
    }

    private static NDArray Confusion(NDArray labels, NDArray guesses, int classes)
    {
        NDArray counts = Mx.Zeros((classes, classes));
        return counts.At[labels, guesses].Add(1f);
    }

    // Filters [32, 3, 3, 1] side by side, a line of zeros between them.
    private static NDArray Tiles(NDArray weight)
    {
        NDArray tiles = Mx.Pad(Mx.Reshape(weight, (Rows, Filters / Rows, Edge, Edge)), [(0, 0), (0, 0), (0, 1), (0, 1)]);
        return Mx.Reshape(Mx.Transpose(tiles, [0, 2, 1, 3]), (Rows * (Edge + 1), Filters / Rows * (Edge + 1)));
    }
}
