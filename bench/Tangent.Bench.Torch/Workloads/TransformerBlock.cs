using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>A block of a transformer, 512 wide with 8 heads and gelu between 2048, each half behind a layer norm, on 8 rows of 256 tokens.</summary>
internal sealed class TransformerBlock
{
    private const int Batch = 8, Tokens = 256, Width = 512, Heads = 8, Inner = 4 * Width;
    private const double Epsilon = 1e-5;

    // Of the matrices: inputs and outputs.
    private static readonly (int Inputs, int Outputs)[] Matrices = [(Width, 3 * Width), (Width, Width), (Width, Inner), (Inner, Width)];

    private readonly Tensor tokens = Uniform(1, Batch, Tokens, Width);

    /// <summary>Weights and biases of the matrices, uniform within 1/√inputs, and then of the two norms.</summary>
    public static Tensor[] Parameters(int seed) =>
    [
        .. Matrices.SelectMany((matrix, i) => (Tensor[])[Numbers(matrix.Inputs, seed + 2 * i, matrix.Inputs, matrix.Outputs), Numbers(matrix.Inputs, seed + 2 * i + 1, matrix.Outputs)]),
        .. Enumerable.Range(0, 2).SelectMany(i => (Tensor[])[1 + Numbers(Width, seed + 8 + 2 * i, Width), Numbers(Width, seed + 9 + 2 * i, Width)]),
    ];

    /// <summary>What the block makes of the tokens.</summary>
    public Tensor Forward(Tensor[] p)
    {
        Tensor heads = Linear(nn.functional.layer_norm(tokens, [Width], p[8], p[9], Epsilon), p, 0).reshape(Batch, Tokens, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4);
        Tensor attended = nn.functional.scaled_dot_product_attention(heads[0], heads[1], heads[2]);
        Tensor x = tokens + Linear(attended.permute(0, 2, 1, 3).reshape(Batch, Tokens, Width), p, 1);
        return x + Linear(nn.functional.gelu(Linear(nn.functional.layer_norm(x, [Width], p[10], p[11], Epsilon), p, 2)), p, 3);
    }

    /// <summary>The mean of its squares.</summary>
    public Tensor Loss(Tensor[] parameters) => Forward(parameters).square().mean();

    private static Tensor Linear(Tensor x, Tensor[] p, int matrix) =>
        addmm(p[2 * matrix + 1], x.reshape(Batch * Tokens, -1), p[2 * matrix], 1, 1).reshape(Batch, Tokens, -1);

    private static Tensor Numbers(int inputs, int seed, params long[] shape) =>
        tensor(Inputs.Uniform((int)shape.Aggregate(1L, (count, length) => count * length), seed, 1 / MathF.Sqrt(inputs))).reshape(shape);
}
