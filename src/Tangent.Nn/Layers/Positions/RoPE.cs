namespace Tangent.Layers;

/// <summary>Rotary position embedding (Su et al., 2021): pairs of numbers are turned by an angle that grows with the place; see <c>Mx.Fast.Rope</c>.</summary>
[Mlx("nn.RoPE")]
public partial class RoPE : Unary
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="dims">How many numbers of each row are turned, an even number; those behind pass.</param>
    /// <param name="traditional">True for pairs of neighbours; else a number and the one <paramref name="dims"/>/2 further on.</param>
    /// <param name="base">Pair i turns by base^(−2i/dims) a place.</param>
    /// <param name="scale">What places are multiplied by.</param>
    /// <exception cref="ArgumentException">The number is not even.</exception>
    public RoPE(int dims, bool traditional = false, double @base = 10000, double scale = 1)
    {
        if (Arguments.Positive("RoPE", dims) % 2 != 0)
            throw new ArgumentException($"RoPE: dims is {dims}; it must be even.", nameof(dims));
        (Dims, Traditional, Base, Scale) = (dims, traditional, @base, scale);
    }

    /// <summary>How many numbers of each row are turned.</summary>
    public int Dims { get; }

    /// <summary>True for pairs of neighbours.</summary>
    public bool Traditional { get; }

    /// <summary>Pair i turns by base^(−2i/dims) a place.</summary>
    public double Base { get; }

    /// <summary>What places are multiplied by.</summary>
    public double Scale { get; }

    /// <summary>[batch, …, places, numbers], the first row at place 0.</summary>
    public override NDArray Call(NDArray x) => Call(x, 0);

    /// <summary>The same with another place of the first row.</summary>
    /// <param name="x">[batch, …, places, numbers].</param>
    /// <param name="offset">The place of the first row.</param>
    /// <exception cref="ArgumentException">There are fewer axes than three, or fewer numbers than are turned.</exception>
    public NDArray Call(NDArray x, int offset)
    {
        Require(x);
        return Mx.Fast.Rope(x, Dims, Traditional, Base, Scale, offset);
    }

    /// <summary>The same with places that an array holds.</summary>
    /// <param name="x">[batch, …, places, numbers].</param>
    /// <param name="offset">The place of the first row: one number, or one for each of the batch.</param>
    /// <exception cref="ArgumentException">There are fewer axes than three, or fewer numbers than are turned.</exception>
    public NDArray Call(NDArray x, NDArray offset)
    {
        Require(x);
        return Mx.Fast.Rope(x, Dims, Traditional, Base, Scale, offset);
    }

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"{Dims}, traditional={(Traditional ? "true" : "false")}");

    private void Require(NDArray x)
    {
        Arguments.RequireAxes("RoPE", x, 3, int.MaxValue, "[batch, …, places, numbers]");
        if (x.Shape[^1] < Dims)
            throw new ArgumentException($"RoPE: x has shape {x.Shape}; its last axis must have the {Dims} numbers that are turned.", nameof(x));
    }
}
