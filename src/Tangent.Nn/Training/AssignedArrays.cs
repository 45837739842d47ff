using Tangent.Layers;

namespace Tangent;

/// <summary>The arrays that a function put into places of a module.</summary>
internal sealed class AssignedArrays
{
    private readonly string[] paths;

    private AssignedArrays(string[] paths, NDArray[] arrays) => (this.paths, Arrays) = (paths, arrays);

    /// <summary>The arrays.</summary>
    public NDArray[] Arrays { get; }

    /// <summary>Runs a function; the module is afterwards as it was.</summary>
    public static (NDArray Result, AssignedArrays Assigned) Of(string function, Module module, Func<NDArray> run)
    {
        ParameterTree before = ParameterCollector.Of(function, module, isOfTrained: false);
        NDArray[] saved = NDArray.Share(before.Arrays);
        try
        {
            NDArray result = run();
            ParameterTree after = ParameterCollector.Of(function, module, isOfTrained: false);
            var old = new ParameterTree(before.Paths, saved);
            int[] changed = [.. Enumerable.Range(0, after.Count).Where(i => !old.TryGetValue(after.Paths[i], out NDArray? array) || !ReferenceEquals(array.Node, after.Arrays[i].Node))];
            return (result, new(Array.ConvertAll(changed, i => after.Paths[i]), Array.ConvertAll(changed, i => after.Arrays[i].Share())));
        }
        finally
        {
            for (int i = 0; i < saved.Length; i++)
                before.Arrays[i].Rebind(saved[i]);
            module.Put(before);
        }
    }

    /// <summary>Puts others into the same places.</summary>
    public void Put(Module module, NDArray[] arrays) => module.Put(new ParameterTree(paths, arrays));
}
