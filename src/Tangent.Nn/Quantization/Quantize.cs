using Tangent.Layers;

namespace Tangent;

public static partial class Nn
{
    /// <summary>Puts the quantised forms of linear layers and embeddings in their places in a model.</summary>
    /// <param name="model">The model; of the layers in it none is changed.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode: 64, or 32, for nvfp4 16.</param>
    /// <param name="bits">The bits of a number; null for the usual number of the mode: 4, for mxfp8 8.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <param name="quantizeInput">True to quantise what linear layers take, too.</param>
    /// <param name="predicate">Chooses by path and layer; null for all that can be quantised.</param>
    /// <exception cref="ArgumentException">A weight does not go into whole groups, or there is no such format; nothing is changed.</exception>
    /// <example><code>
    /// var model = new Tangent.Layers.Sequential { new Tangent.Layers.Linear(64, 32), Nn.Relu, new Tangent.Layers.Linear(32, 2) };
    /// Nn.Quantize(model, groupSize: 32, bits: 8, predicate: (path, _) => path != "layers.2");
    /// Console.WriteLine(model[0]); // QuantizedLinear(input_dims=64, output_dims=32, bias=true, group_size=32, bits=8, mode=affine)
    /// </code></example>
    [Mlx("nn.quantize")]
    public static void Quantize(
        Module model, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.Affine, bool quantizeInput = false,
        Func<string, Module, bool>? predicate = null)
    {
        var settings = new QuantizationSettings(groupSize, bits, mode, quantizeInput);
        Quantize(model, (path, module) => predicate is null || predicate(path, module) ? settings : null);
    }

    /// <summary>The same with settings for each layer.</summary>
    /// <param name="model">The model; of the layers in it none is changed.</param>
    /// <param name="settings">From a path and a layer how it is quantised; null keeps it.</param>
    /// <exception cref="ArgumentException">A weight does not go into whole groups, or there is no such format; nothing is changed.</exception>
    public static void Quantize(Module model, Func<string, Module, QuantizationSettings?> settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        model.UpdateModules((path, module) => module is IQuantizable layer && settings(path, module) is { } chosen ? Quantized(path, layer, chosen) : null);
    }

    private static Module? Quantized(string path, IQuantizable layer, QuantizationSettings settings)
    {
        try
        {
            return layer.ToQuantized(settings);
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"Nn.Quantize: '{path}' cannot be quantised so. {error.Message}", nameof(settings), error);
        }
    }
}
