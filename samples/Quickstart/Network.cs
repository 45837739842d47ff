using Tangent;

namespace Quickstart;

/// <summary>A network of one hidden layer: 64 pixels, 32 hyperbolic tangents, 10 scores. Its parameters are one vector.</summary>
internal static class Network
{
    private const int Pixels = 64;
    private const int Hidden = 32;
    private const int Classes = 10;
    private const double WeightDecay = 1e-4;

    private static readonly int[] Ends = [Pixels * Hidden, (Pixels + 1) * Hidden, ((Pixels + 1) * Hidden) + (Hidden * Classes)];

    /// <summary>The number of parameters.</summary>
    public static int Size => ((Pixels + 1) * Hidden) + ((Hidden + 1) * Classes);

    /// <summary>Small random parameters.</summary>
    public static NDArray Start() => Mx.Random.Normal(Size, key: Mx.Random.Key(1)) * 0.15;

    /// <summary>The scores of every class for every image.</summary>
    public static NDArray Scores(NDArray parameters, NDArray images)
    {
        NDArray[] parts = Mx.Split(parameters, Ends);
        NDArray hidden = Mx.Tanh(Mx.MatMul(images, Mx.Reshape(parts[0], (Pixels, Hidden))) + parts[1]);
        return Mx.MatMul(hidden, Mx.Reshape(parts[2], (Hidden, Classes))) + parts[3];
    }

    /// <summary>The mean cross-entropy, and a little weight decay.</summary>
    public static NDArray Loss(NDArray parameters, Digits digits)
    {
        NDArray scores = Scores(parameters, digits.Images);
        NDArray chosen = Mx.TakeAlongAxis(scores, Mx.ExpandDims(digits.Labels, 1), 1);
        return Mx.Mean(Mx.LogSumExp(scores, 1, keepdims: true) - chosen) + (Mx.Sum(parameters * parameters) * (WeightDecay / 2));
    }

    /// <summary>The part of the digits whose right class gets the highest score.</summary>
    public static double Accuracy(NDArray parameters, Digits digits) =>
        Mx.Mean(Mx.ArgMax(Scores(parameters, digits.Images), 1) == digits.Labels).Item<float>();
}
