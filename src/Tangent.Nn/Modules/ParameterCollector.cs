namespace Tangent.Layers;

/// <summary>Collects the arrays of a module with their paths, in order.</summary>
/// <param name="function">The function that was called, for messages.</param>
/// <param name="isOfTrained">True to leave out what is not trained.</param>
internal sealed class ParameterCollector(string function, bool isOfTrained) : PathVisitor
{
    private readonly List<string> paths = [];
    private readonly List<NDArray> arrays = [];

    /// <summary>The arrays themselves: what is assigned to one is assigned in the module.</summary>
    public static ParameterTree Of(string function, Module module, bool isOfTrained)
    {
        var collector = new ParameterCollector(function, isOfTrained);
        collector.Tree("", ref module);
        if (isOfTrained)
            RequireDifferent(function, collector.paths, collector.arrays);
        return new ParameterTree([.. collector.paths], [.. collector.arrays]);
    }

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
        if (array is null)
            return;
        if (EscapedArray.Transform(array) is { } transform)
            throw new InvalidOperationException(
                $"{function}: '{Path(name)}' of {Owner!.GetType().Name} was assigned while {transform} ran a function, and has no value outside it: " +
                $"give the module to {transform} as an argument and return it, or in the inputs and outputs of Compile.");
        if (isOfTrained && (Effective(role) != ArrayRole.Parameter || !array.DType.IsInexact))
            return;
        paths.Add(Path(name));
        arrays.Add(array);
    }

    // Each place would get a gradient of its own, and after one step there would be two arrays.
    private static void RequireDifferent(string function, List<string> paths, List<NDArray> arrays)
    {
        var seen = new HashSet<NDArray>(arrays.Count, ReferenceEqualityComparer.Instance);
        for (int i = 0; i < arrays.Count; i++)
            if (!seen.Add(arrays[i]))
                throw new InvalidOperationException(
                    $"{function}: '{paths[arrays.FindIndex(array => ReferenceEquals(array, arrays[i]))]}' and '{paths[i]}' are one array, and would be two after a step: " +
                    "let both places hold the same module, or let one use the other's array when it is called.");
    }
}
