namespace Tangent.Layers;

/// <summary>Puts modules in place of others.</summary>
internal sealed class ModuleReplacement(IReadOnlyDictionary<Module, Module> chosen) : PathVisitor(TreeAccess.InPlace)
{
    /// <inheritdoc/>
    public override void Tree<T>(string name, ref T tree)
    {
        if (tree is Module module && chosen.TryGetValue(module, out Module? other))
            tree = (T)(object)other;
        else
            base.Tree(name, ref tree);
    }
}
