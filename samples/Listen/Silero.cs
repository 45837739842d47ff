using Tangent;

namespace Listen;

/// <summary>Silero's weights, as the detector has them.</summary>
internal static class Silero
{
    // The branch of the model for 16,000 samples a second.
    private const string Branch = "If_0_then_branch__Inline_0__";

    /// <summary>A detector with the weights of a file.</summary>
    public static Detector Load(string file)
    {
        var constants = new OnnxFile(file);
        var weights = new Dictionary<string, NDArray> { ["spectrum.weight"] = Convolution("stft.forward_basis_buffer") };
        for (int i = 0; i < 4; i++)
        {
            weights[$"encoder.{i}.weight"] = Convolution($"encoder.{i}.reparam_conv.weight");
            weights[$"encoder.{i}.bias"] = Constant($"encoder.{i}.reparam_conv.bias");
        }
        weights["memory.Wx"] = Constant("decoder.rnn.weight_ih");
        weights["memory.Wh"] = Constant("decoder.rnn.weight_hh");
        weights["memory.bias"] = Constant("decoder.rnn.bias_ih") + Constant("decoder.rnn.bias_hh");
        weights["score.weight"] = Mx.Squeeze(Constant("decoder.decoder.2.weight"), 2);
        weights["score.bias"] = Constant("decoder.decoder.2.bias");
        var detector = new Detector();
        detector.LoadWeights(weights);
        return detector;

        NDArray Constant(string name) => constants[Branch + name];

        // Filters lie [out, in, taps] there, [out, taps, in] here.
        NDArray Convolution(string name) => Mx.Transpose(Constant(name), [0, 2, 1]);
    }
}
