namespace Tangent.Layers;

/// <summary>Collects the modules in a module, each with the one that holds it.</summary>
internal sealed class ModuleCollector : PathVisitor
{
    private readonly List<(string Path, Module Module, Module? Owner)> found = [];

    /// <summary>The module itself and all in it.</summary>
    public static List<(string Path, Module Module, Module? Owner)> Of(Module module)
    {
        var collector = new ModuleCollector();
        collector.Tree("", ref module);
        return collector.found;
    }

    /// <inheritdoc/>
    protected internal override void Begin(string name, object tree, Type type)
    {
        if (tree is Module module)
            found.Add((Path(name), module, Owner));
        base.Begin(name, tree, type);
    }
}
