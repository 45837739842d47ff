using Tangent.Layers;

namespace Tangent.Optimizers;

/// <summary>A run of training in one file: weights, the optimiser's state, where random numbers go on, and the step. A run that is resumed is equal bit for bit.</summary>
public static class Checkpoint
{
    private const string Model = "model.", State = "optimizer.", Key = "key", Step = "step";

    /// <summary>Writes a run to a <c>.safetensors</c> file, which is there whole or as it was before.</summary>
    /// <param name="file">The file.</param>
    /// <param name="model">The module.</param>
    /// <param name="optimizer">The optimiser; null to save none.</param>
    /// <param name="step">How far the run is.</param>
    public static void Save(string file, Module model, Optimizer? optimizer = null, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        var arrays = new OrderedDictionary<string, NDArray>();
        foreach ((string path, NDArray array) in ParameterCollector.Of("Checkpoint.Save", model, isOfTrained: false))
            arrays.Add(Model + path, array);
        foreach ((string path, NDArray array) in optimizer?.State ?? ParameterTree.Empty)
            arrays.Add(State + path, array);
        arrays.Add(Key, GlobalKey.State);
        arrays.Add(Step, NDArray.Copy<long>([step], DType.Int64, Shape.Scalar));
        Mx.SaveSafetensors(file, arrays);
    }

    /// <summary>Puts a run back as it was when it was saved: all of it or, after an error, nothing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="model">A module like the one that was saved.</param>
    /// <param name="optimizer">An optimiser with the same settings; null to leave its state out.</param>
    /// <returns>How far the run was.</returns>
    /// <exception cref="ArgumentException">The file holds no run, or one of another module or optimiser.</exception>
    public static long Load(string file, Module model, Optimizer? optimizer = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        LoadedArrays arrays = Mx.LoadArrays(file);
        if (!arrays.TryGetValue(Key, out NDArray? key) || !arrays.TryGetValue(Step, out NDArray? step) || key.Shape != 2 || key.DType != DType.UInt32 || step.NDim != 0)
            throw new ArgumentException($"Checkpoint.Load: {file} holds no run; one is written by Checkpoint.Save, and weights alone are loaded by LoadWeights.", nameof(file));
        ParameterTree weights = WeightMatch.Of("Checkpoint.Load", file, model, Part(arrays, Model), strict: true).Found;
        ParameterTree state = Part(arrays, State);
        Mx.Eval([key, step, .. weights.Values, .. state.Values]);
        long done = step.Item<long>();
        if (optimizer is not null)
            Restore(file, model, optimizer, state);
        model.Put(weights);
        GlobalKey.State = key;
        return done;
    }

    private static void Restore(string file, Module model, Optimizer optimizer, ParameterTree state)
    {
        if (state.Count == 0)
            throw new ArgumentException($"Checkpoint.Load: {file} holds no state of an optimiser.", nameof(file));
        Optimizer wanted = optimizer.Copy();
        wanted.Init(ParameterCollector.Of("Checkpoint.Load", model, isOfTrained: true));
        var faults = new List<string>();
        foreach ((string path, NDArray place) in wanted.State)
        {
            if (!state.TryGetValue(path, out NDArray? saved))
                faults.Add($"no '{path}'");
            else if (saved.Shape != place.Shape)
                faults.Add($"'{path}' of shape {saved.Shape}, not {place.Shape}");
        }
        if (faults.Count > 0)
            throw new ArgumentException($"Checkpoint.Load: {file} does not fit the {optimizer.GetType().Name}: it has {string.Join(", ", faults.Take(8))}.", nameof(optimizer));
        // A file has an order of its own; that of the state is part of its form.
        optimizer.State = new ParameterTree(wanted.State.Keys.Union(state.Keys).Select(path => KeyValuePair.Create(path, state[path])));
    }

    private static ParameterTree Part(LoadedArrays arrays, string prefix) =>
        new(arrays.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(pair => KeyValuePair.Create(pair.Key[prefix.Length..], pair.Value)));
}
