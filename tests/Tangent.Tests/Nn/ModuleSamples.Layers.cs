namespace Tangent.Tests.Networks;

public static partial class ModuleSamples
{
    // The samples of the laws for layers, in float32, as functions of what can be differentiated to one array.
    private static Dictionary<string, ModuleSample> OfLayers() => LayerSamples.All.Values.ToDictionary(sample => sample.Name.Replace(",", "", StringComparison.Ordinal), Of);

    private static ModuleSample Of(LayerSample sample)
    {
        bool[] isNumber = [.. sample.Inputs.Select(array => array.DType.IsFloating)];
        NDArray[] numbers = [.. sample.Inputs.Where(array => array.DType.IsFloating).Select(array => Mx.AsType(array, DType.Float32))];
        return new(sample.Make, (module, x) => Joined(sample.Results(module, With(x))), numbers) { HasSlopes = !sample.IsRounded && sample.DType == DType.Float64 };

        NDArray[] With(NDArray[] x)
        {
            int next = 0;
            return [.. sample.Inputs.Select((array, i) => isNumber[i] ? x[next++] : array)];
        }
    }

    private static NDArray Joined(NDArray[] results)
    {
        NDArray[] flat = [.. results.Select(array => Mx.Flatten(array.DType.IsFloating ? array : Mx.AsType(array, DType.Float32)))];
        return flat.Length == 1 ? flat[0] : Mx.Concatenate(flat);
    }
}
