using Tangent;
using Tangent.Layers;

namespace Listen;

/// <summary>
/// Silero's detector of voices, version 5, at 16,000 samples a second: the spectrum of four overlapping windows, four convolutions over them,
/// an LSTM that remembers what came before, and a probability.
/// </summary>
internal sealed partial class Detector : Module
{
    /// <summary>New samples a piece: 32 ms.</summary>
    public const int Piece = 512;

    private const int Context = 64, Window = 256, Hop = 128, Frequencies = (Window / 2) + 1, Width = 128;

    public Conv1d Spectrum { get; } = new(1, 2 * Frequencies, Window, Hop, bias: false);

    public IReadOnlyList<Conv1d> Encoder { get; } =
    [
        new(Frequencies, Width, 3, 1, 1), new(Width, Width / 2, 3, 2, 1), new(Width / 2, Width / 2, 3, 2, 1), new(Width / 2, Width, 3, 1, 1),
    ];

    public LSTM Memory { get; } = new(Width, Width);

    public Linear Score { get; } = new(Width, 1);

    /// <summary>The state before the first piece.</summary>
    public static DetectorState Start => new(Mx.Zeros(Context), Mx.Zeros((1, Width)), Mx.Zeros((1, Width)));

    /// <summary>The probability that somebody speaks in a piece [512], and the state after it.</summary>
    public (NDArray Probability, DetectorState State) Call(NDArray piece, DetectorState state)
    {
        NDArray samples = Mx.Concatenate([state.Samples, piece]);
        NDArray x = Magnitudes(samples);
        foreach (Conv1d layer in Encoder)
            x = Nn.Relu(layer.Call(x));
        (NDArray hidden, NDArray cell) = Memory.Call(x, state.Hidden, state.Cell);
        (hidden, cell) = (hidden[.., ^1], cell[.., ^1]);
        NDArray score = Score.Call(Nn.Relu(hidden));
        return (Mx.Sigmoid(score)[0, 0], new(samples[^Context..], hidden, cell));
    }

    // [1, 4, 129]: the end is mirrored, so that the last window is full.
    private NDArray Magnitudes(NDArray samples)
    {
        NDArray mirrored = Mx.Concatenate([samples, Mx.Flip(samples[^(Context + 1)..^1], 0)]);
        NDArray parts = Spectrum.Call(Mx.Reshape(mirrored, (1, mirrored.Shape[0], 1)));
        return Mx.Sqrt(Mx.Square(parts[.., .., ..Frequencies]) + Mx.Square(parts[.., .., Frequencies..]));
    }
}

/// <summary>What a detector remembers: the last samples [64], and its LSTM's hidden state and cell [1, 128].</summary>
[Tree]
internal sealed partial record DetectorState(NDArray Samples, NDArray Hidden, NDArray Cell);
