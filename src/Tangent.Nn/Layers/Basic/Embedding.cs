namespace Tangent.Layers;

/// <summary>A table of vectors, found by their numbers.</summary>
[Mlx("nn.Embedding")]
public partial class Embedding : Unary, IQuantizable
{
    /// <summary>A table of vectors drawn from the normal distribution of standard deviation 1/√<paramref name="dims"/>.</summary>
    /// <param name="numEmbeddings">How many vectors.</param>
    /// <param name="dims">The length of a vector.</param>
    public Embedding(int numEmbeddings, int dims)
    {
        double scale = Math.Sqrt(1.0 / Arguments.Positive("Embedding", dims));
        Weight = Mx.Random.Normal((Arguments.Positive("Embedding", numEmbeddings), dims), scale: scale);
    }

    /// <summary>A table of given vectors.</summary>
    /// <param name="weight">[vectors, length].</param>
    public Embedding(NDArray weight)
    {
        Arguments.RequireAxes("Embedding", weight, 2, 2, "[vectors, length]");
        Weight = weight.Share();
    }

    /// <summary>[vectors, length].</summary>
    public NDArray Weight { get; set; }

    /// <summary>The vectors of some numbers.</summary>
    /// <param name="x">Numbers from 0 below the count of vectors, integers of any shape.</param>
    /// <returns>[…, length]. The gradient adds up what the same vector got in several places.</returns>
    /// <exception cref="ArgumentException">The numbers are no integers, or one is out of range; that is seen at once where they are known, as they are not under <c>Vmap</c> and <c>Compile</c>.</exception>
    public override NDArray Call(NDArray x)
    {
        RequireNumbers("Embedding", x, Weight.Shape[0]);
        return Mx.Take(Weight, x, 0);
    }

    /// <summary>The products of vectors with all of the table: the last layer of a model whose first is this one.</summary>
    /// <param name="x">[…, length].</param>
    /// <returns>[…, vectors].</returns>
    public virtual NDArray AsLinear(NDArray x)
    {
        Arguments.RequireLast("Embedding.AsLinear", x, Weight.Shape[1]);
        return Mx.MatMul(x, Mx.Transpose(Weight));
    }

    /// <inheritdoc/>
    public virtual Module? ToQuantized(QuantizationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return QuantizedEmbedding.FromEmbedding(this, settings.GroupSize, settings.Bits, settings.Mode);
    }

    /// <inheritdoc/>
    protected override string Details => $"num_embeddings={Weight.Shape[0]}, dims={Weight.Shape[1]}";

    /// <summary>Refuses what are no numbers of vectors.</summary>
    private protected static void RequireNumbers(string layer, NDArray x, int count)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!x.DType.IsInteger)
            throw new ArgumentException($"{layer}: x of shape {x.Shape} is {x.DType.Name()}; numbers of vectors are integers.", nameof(x));
        // Those that are given as numbers are looked at; a graph is not evaluated for it.
        if (x.Size == 0 || x.Node.Value is null)
            return;
        NDArray wide = Mx.AsType(x, DType.Int64);
        (long least, long most) = (Mx.Min(wide).Item<long>(), Mx.Max(wide).Item<long>());
        if (least < 0 || most >= count)
            throw new ArgumentException($"{layer}: x of shape {x.Shape} has the number {(least < 0 ? least : most)}; there are {count} vectors.", nameof(x));
    }
}
