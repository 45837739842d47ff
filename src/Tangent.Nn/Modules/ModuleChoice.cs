namespace Tangent.Layers;

/// <summary>Asks for each module what is to take its place, and whether it can stand there.</summary>
internal sealed class ModuleChoice(Func<string, Module, Module?> replace) : PathVisitor
{
    private readonly HashSet<Module> seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> faults = [];

    /// <summary>What takes the place of which module.</summary>
    public Dictionary<Module, Module> Chosen { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Says what cannot stand where it was to.</summary>
    public void RequireFit()
    {
        if (faults.Count > 0)
            throw new ArgumentException($"UpdateModules: {string.Join("; ", faults)}.", nameof(replace));
    }

    /// <inheritdoc/>
    public override void Tree<T>(string name, ref T tree)
    {
        // The module itself is in nobody's place.
        if (Owner is null || tree is not Module module)
        {
            base.Tree(name, ref tree);
            return;
        }
        if (seen.Add(module) && replace(Path(name), module) is { } other && !ReferenceEquals(other, module))
            Chosen.Add(module, other);
        if (!Chosen.TryGetValue(module, out Module? chosen))
            base.Tree(name, ref tree);
        else if (chosen is not T)
            faults.Add($"a {chosen.GetType().Name} cannot stand at '{Path(name)}', which holds a {typeof(T).Name}");
    }
}
