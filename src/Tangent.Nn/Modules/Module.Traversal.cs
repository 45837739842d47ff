namespace Tangent.Layers;

public abstract partial class Module
{
    /// <summary>This module, whose path is empty, and all in it, each once and before those that it holds.</summary>
    [Mlx("nn.Module.named_modules")]
    public IReadOnlyList<(string Path, Module Module)> NamedModules() => [.. ModuleCollector.Of(this).Select(found => (found.Path, found.Module))];

    /// <summary>This module and all in it, each once and before those that it holds.</summary>
    [Mlx("nn.Module.modules")]
    public IReadOnlyList<Module> Modules() => [.. ModuleCollector.Of(this).Select(found => found.Module)];

    /// <summary>The modules that this one holds itself, in its members or in containers there.</summary>
    [Mlx("nn.Module.children")]
    public IReadOnlyList<(string Path, Module Module)> Children() =>
        [.. ModuleCollector.Of(this).Where(found => ReferenceEquals(found.Owner, this)).Select(found => (found.Path, found.Module))];

    /// <summary>The modules that hold no others.</summary>
    [Mlx("nn.Module.leaf_modules")]
    public IReadOnlyList<(string Path, Module Module)> LeafModules()
    {
        List<(string Path, Module Module, Module? Owner)> all = ModuleCollector.Of(this);
        HashSet<Module?> owners = [.. all.Select(found => found.Owner)];
        return [.. all.Where(found => !owners.Contains(found.Module)).Select(found => (found.Path, found.Module))];
    }

    /// <summary>Calls a function for each path and module, this one first.</summary>
    /// <returns>This module.</returns>
    [Mlx("nn.Module.apply_to_modules")]
    public Module ApplyToModules(Action<string, Module> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach ((string path, Module module) in NamedModules())
            action(path, module);
        return this;
    }

    /// <summary>Puts other modules in place of some in this one. Nothing is changed if one does not fit.</summary>
    /// <param name="replace">From a path and a module to what takes its place everywhere; null keeps it, and then those in it are asked for.</param>
    /// <returns>This module.</returns>
    /// <exception cref="ArgumentException">A place holds modules of another type only.</exception>
    [Mlx("nn.Module.update_modules")]
    public Module UpdateModules(Func<string, Module, Module?> replace)
    {
        ArgumentNullException.ThrowIfNull(replace);
        Module self = this;
        var choice = new ModuleChoice(replace);
        choice.Tree("", ref self);
        choice.RequireFit();
        new ModuleReplacement(choice.Chosen).Tree("", ref self);
        return this;
    }

    /// <summary>Puts other modules in place of those at given paths. Nothing is changed if one does not fit.</summary>
    /// <returns>This module.</returns>
    /// <exception cref="ArgumentException">There is no module at a path, or the place holds modules of another type only.</exception>
    public Module UpdateModules(IReadOnlyDictionary<string, Module> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        string[] paths = [.. NamedModules().Skip(1).Select(found => found.Path)];
        if (modules.Keys.Except(paths).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"UpdateModules: there is no module '{unknown}'{(NearestName.Of(unknown, paths) is { } near ? $"; did you mean '{near}'?" : ".")}", nameof(modules));
        return UpdateModules((path, _) => modules.GetValueOrDefault(path));
    }
}
