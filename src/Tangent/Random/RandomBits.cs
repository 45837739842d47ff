using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Uniform random bits as a function of a key (Threefry-2x32, 20 rounds; Salmon et al., 2011): constant in everything.
/// Keys of shape [..., 2] give an array of <paramref name="Shape"/> each.
/// </summary>
internal sealed record RandomBits(Shape Shape) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Shape), Shape)];

    /// <summary>Words of 32 bits.</summary>
    public static NDArray Of(NDArray key, Shape shape)
    {
        RequireKey("Random", key);
        shape.Require("Random", DType.UInt32);
        return new RandomBits(shape).Apply(key);
    }

    /// <summary>Refuses what is no key.</summary>
    public static void RequireKey(string function, NDArray key)
    {
        if (key.DType != DType.UInt32 || key.Rank != 1 || key.Shape[0] != 2)
            throw new ArgumentException($"{function}: a key is uint32[2], not {key.Spec}; make one by Mx.Random.Key.", nameof(key));
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape([.. x[0].Shape.Lengths[..^1], .. Shape.Lengths]), DType.UInt32);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new RandomBitsKernel(4);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => null;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(Batching.Move(new(x[0], axes[0]), 0)), 0);
}
