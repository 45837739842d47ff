using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Tangent.Layers;

/// <summary>Layers and functions, one after the other: <c>new Sequential { new Linear(4, 8), Nn.Relu, new Linear(8, 2) }</c>.</summary>
[Mlx("nn.Sequential")]
[SuppressMessage("Naming", "CA1710", Justification = "What it is matters, not that it can be enumerated.")]
public partial class Sequential : Unary, IReadOnlyList<Unary>
{
    /// <summary>These layers, one after the other.</summary>
    public Sequential(params Unary[] layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        foreach (Unary layer in layers)
            Add(layer);
    }

    /// <summary>The layers; a function is one too.</summary>
    public List<Unary> Layers { get; } = [];

    /// <summary>How many layers there are.</summary>
    public int Count => Layers.Count;

    /// <summary>A layer by its index.</summary>
    public Unary this[int index] => Layers[index];

    /// <summary>Adds a layer at the end.</summary>
    public void Add(Unary layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        Layers.Add(layer);
    }

    /// <summary>Adds a function at the end.</summary>
    public void Add(Func<NDArray, NDArray> function) => Layers.Add(new Function(function));

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        foreach (Unary layer in Layers)
            x = layer.Call(x);
        return x;
    }

    /// <summary>The layers.</summary>
    public IEnumerator<Unary> GetEnumerator() => Layers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
