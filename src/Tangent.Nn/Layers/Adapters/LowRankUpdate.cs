namespace Tangent.Layers;

/// <summary>What is added to a linear layer (Hu et al., "LoRA", 2021): scale · (x·a)·b.</summary>
internal static class LowRankUpdate
{
    /// <summary>The first factor, [input, rank], drawn evenly from ±1/√input; the second is zeros, so that at first nothing is added.</summary>
    public static NDArray First(string layer, int inputDims, int rank)
    {
        double scale = 1 / Math.Sqrt(inputDims);
        return Mx.Random.Uniform(-scale, scale, (inputDims, Arguments.Positive(layer, rank)));
    }

    /// <summary>What is added for an input.</summary>
    public static NDArray Of(NDArray x, NDArray a, NDArray b, double scale, Dropout dropout) => scale * Mx.MatMul(Mx.MatMul(dropout.Call(x), a), b);

    /// <summary>The matrix that would have to be added to a weight [output, input].</summary>
    public static NDArray Matrix(NDArray a, NDArray b, double scale) => scale * Mx.Transpose(Mx.MatMul(a, b));
}
