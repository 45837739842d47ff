using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>A block of a transformer, 512 wide with 8 heads and gelu between 2048, each half behind a layer norm, on 8 rows of 256 tokens.</summary>
internal sealed class TransformerBlock
{
    private const int Batch = 8, Tokens = 256, Width = 512, Heads = 8, Inner = 4 * Width;
    private const double Epsilon = 1e-5;

    // Of the matrices: inputs and outputs.
    private static readonly (int Inputs, int Outputs)[] Matrices = [(Width, 3 * Width), (Width, Width), (Width, Inner), (Inner, Width)];

    private readonly NDArray tokens = TangentLibrary.Uniform(1, Batch, Tokens, Width);

    /// <summary>Weights and biases of the matrices, uniform within 1/√inputs, and then of the two norms.</summary>
    public static NDArray[] Parameters(int seed) =>
    [
        .. Matrices.SelectMany((matrix, i) => (NDArray[])[Numbers(matrix.Inputs, seed + 2 * i, matrix.Inputs, matrix.Outputs), Numbers(matrix.Inputs, seed + 2 * i + 1, matrix.Outputs)]),
        .. Enumerable.Range(0, 2).SelectMany(i => (NDArray[])[1 + Numbers(Width, seed + 8 + 2 * i, Width), Numbers(Width, seed + 9 + 2 * i, Width)]),
    ];

    /// <summary>What the block makes of the tokens.</summary>
    public NDArray Forward(NDArray[] p)
    {
        NDArray heads = Mx.Reshape(Linear(Mx.Fast.LayerNorm(tokens, p[8], p[9], Epsilon), p, 0), (Batch, Tokens, 3, Heads, Width / Heads)).Transpose(2, 0, 3, 1, 4);
        NDArray attended = Mx.Fast.ScaledDotProductAttention(heads[0], heads[1], heads[2], 1 / Math.Sqrt(Width / Heads));
        NDArray x = tokens + Linear(Mx.Reshape(attended.Transpose(0, 2, 1, 3), (Batch, Tokens, Width)), p, 1);
        return x + Linear(Gelu(Linear(Mx.Fast.LayerNorm(x, p[10], p[11], Epsilon), p, 2)), p, 3);
    }

    /// <summary>The mean of its squares.</summary>
    public NDArray Loss(NDArray[] parameters) => Mx.Mean(Mx.Square(Forward(parameters)));

    private static NDArray Linear(NDArray x, NDArray[] p, int matrix) => Mx.MatMul(x, p[2 * matrix]) + p[2 * matrix + 1];

    private static NDArray Gelu(NDArray x) => x * (1 + Mx.Erf(x * Math.Sqrt(0.5))) * 0.5;

    private static NDArray Numbers(int inputs, int seed, params int[] shape) =>
        Mx.Reshape(Inputs.Uniform(shape.Aggregate(1, (count, length) => count * length), seed, 1 / MathF.Sqrt(inputs)), shape).Eval();
}
