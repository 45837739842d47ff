namespace Tangent.Layers;

/// <summary>Collects the arrays of a module that a function chooses.</summary>
internal sealed class ParameterFilter(Func<Module, string, NDArray, bool> filter) : PathVisitor
{
    private readonly List<string> paths = [];
    private readonly List<NDArray> arrays = [];

    /// <summary>The arrays themselves; all of them where nothing chooses.</summary>
    public static ParameterTree Of(string function, Module module, Func<Module, string, NDArray, bool>? filter)
    {
        if (filter is null)
            return ParameterCollector.Of(function, module, isOfTrained: false);
        var visitor = new ParameterFilter(filter);
        visitor.Tree("", ref module);
        return new ParameterTree([.. visitor.paths], [.. visitor.arrays]);
    }

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
        string path = Path(name);
        if (array is null || !filter(Owner!, path[OwnerPath.Length..].TrimStart('.'), array))
            return;
        paths.Add(path);
        arrays.Add(array);
    }
}
