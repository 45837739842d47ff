using static Tangent.Tests.Golden.Running.Ops;

namespace Tangent.Tests.Golden.Running;

/// <summary>The composite functions of matrices in the golden data's README, by the formulas given there.</summary>
public static class CompositeModels
{
    [Mlx("transform.mlp_tanh")]
    public static NDArray Perceptron(NDArray x, NDArray w1, NDArray b1, NDArray w2, NDArray b2) =>
        MatMul(Tanh(MatMul(x, w1) + b1), w2) + b2;

    [Mlx("transform.mlp_gelu")]
    public static NDArray GeluPerceptron(NDArray x, NDArray w1, NDArray b1, NDArray w2)
    {
        NDArray h = MatMul(x, w1) + b1;
        return MatMul(h * (1 + Erf(h / Math.Sqrt(2))) / 2, w2);
    }

    [Mlx("transform.softmax_xent")]
    public static NDArray CrossEntropy(NDArray x, NDArray t) => Mean(LogSumExp(x, axis: -1) - Sum(t * x, axis: -1));

    [Mlx("transform.logsumexp_mat")]
    public static NDArray LogSumExpOfProduct(NDArray a, NDArray x) => LogSumExp(MatMul(a, x));

    [Mlx("transform.layernorm_affine")]
    public static NDArray LayerNorm(NDArray x, NDArray w, NDArray b)
    {
        NDArray c = x - Mean(x, axis: -1, keepdims: true);
        return c / Sqrt(Mean(c * c, axis: -1, keepdims: true) + 1e-5) * w + b;
    }

    [Mlx("transform.rmsnorm")]
    public static NDArray RmsNorm(NDArray x, NDArray w) => x / Sqrt(Mean(x * x, axis: -1, keepdims: true) + 1e-5) * w;

    [Mlx("transform.attention")]
    public static NDArray Attention(NDArray q, NDArray k, NDArray v) =>
        MatMul(Softmax(MatMul(q, Transpose(k)) / Math.Sqrt(q.Shape[^1]), axis: -1), v);

    [Mlx("transform.quad")]
    public static NDArray Quadratic(NDArray a, NDArray x) => 0.5 * MatMul(x, MatMul(a, x));

    [Mlx("transform.matchain")]
    public static NDArray Products(NDArray a, NDArray b, NDArray c) => MatMul(MatMul(a, b), c);

    [Mlx("transform.logistic_nll")]
    public static NDArray LogisticLoss(NDArray x, NDArray w, NDArray s) => Sum(Log(1 + Exp(-s * MatMul(x, w))));

    [Mlx("transform.rnn_unroll")]
    public static NDArray Recurrence(NDArray h, NDArray w, NDArray u, NDArray x)
    {
        for (int i = 0; i < x.Shape[0]; i++)
            h = Tanh(MatMul(h, w) + MatMul(Take(x, i, axis: 0), u));
        return h;
    }

    [Mlx("transform.lstm_cell")]
    public static NDArray LongShortTermCell(NDArray x, NDArray h, NDArray c, NDArray w, NDArray u)
    {
        NDArray z = MatMul(x, w) + MatMul(h, u);
        NDArray next = Sigmoid(Gate(z, 1)) * c + Sigmoid(Gate(z, 0)) * Tanh(Gate(z, 2));
        return Sigmoid(Gate(z, 3)) * Tanh(next);
    }

    [Mlx("transform.conv1_tanh")]
    public static NDArray Convolution(NDArray x, NDArray w)
    {
        int length = x.Shape[0] - w.Shape[0] + 1;
        NDArray sum = 0;
        for (int k = 0; k < w.Shape[0]; k++)
        {
            int[] places = [.. Enumerable.Range(k, length)];
            sum += Take(x, places, axis: 0) * Take(w, k, axis: 0);
        }
        return Tanh(sum);
    }

    [Mlx("transform.rbf")]
    public static NDArray RadialBasis(NDArray x, NDArray y)
    {
        NDArray difference = ExpandDims(x, 1) - ExpandDims(y, 0);
        return Exp(-0.5 * Sum(difference * difference, axis: -1));
    }

    [Mlx("transform.kl_softmax")]
    public static NDArray Divergence(NDArray x, NDArray y)
    {
        NDArray p = Softmax(x, axis: -1), q = Softmax(y, axis: -1);
        return Sum(p * (Log(p) - Log(q)));
    }

    [Mlx("transform.bilinear")]
    public static NDArray Bilinear(NDArray x, NDArray w, NDArray y)
    {
        NDArray rows = MatMul(ExpandDims(ExpandDims(x, 1), 1), w);
        return Sum(Sum(rows * ExpandDims(ExpandDims(y, 1), 1), axis: -1), axis: -1);
    }

    [Mlx("transform.outer_mix")]
    public static NDArray OuterMix(NDArray x, NDArray y)
    {
        NDArray column = ExpandDims(x, 1);
        return column * ExpandDims(y, 0) + column * column;
    }

    [Mlx("transform.logabsdet3")]
    public static NDArray LogDeterminant(NDArray a)
    {
        NDArray Entry(int i, int j) => Take(Take(a, i, axis: 0), j, axis: 0);
        NDArray Minor(int i, int j) => Entry(1, i) * Entry(2, j) - Entry(1, j) * Entry(2, i);
        return Log(Abs(Entry(0, 0) * Minor(1, 2) - Entry(0, 1) * Minor(0, 2) + Entry(0, 2) * Minor(0, 1)));
    }

    [Mlx("transform.swiglu")]
    public static NDArray GatedUnit(NDArray x, NDArray a, NDArray b, NDArray d)
    {
        NDArray gate = MatMul(x, a);
        return MatMul(gate * Sigmoid(gate) * MatMul(x, b), d);
    }

    // One of the four equal parts of the last axis.
    private static NDArray Gate(NDArray z, int index)
    {
        int width = z.Shape[^1] / 4;
        int[] places = [.. Enumerable.Range(index * width, width)];
        return Take(z, places, axis: -1);
    }
}
