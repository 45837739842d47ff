using System.Collections.Immutable;

namespace Tangent.Layers;

public abstract partial class Module
{
    /// <summary>Lets arrays be trained no longer. Statistics that a layer keeps go on; <see cref="Eval"/> stops them.</summary>
    /// <param name="recurse">False for this module alone, without those in it.</param>
    /// <param name="keys">The members whose arrays are frozen, by name: <c>bias</c>; null for all.</param>
    /// <param name="strict">True to refuse names that a module does not have.</param>
    /// <returns>This module.</returns>
    /// <exception cref="ArgumentException">A module has no arrays of a name, and it matters.</exception>
    [Mlx("nn.Module.freeze")]
    public Module Freeze(bool recurse = true, IEnumerable<string>? keys = null, bool strict = false) =>
        SetFrozen("Freeze", recurse, keys, strict, (frozen, members) => frozen.Union(members));

    /// <summary>Lets frozen arrays be trained again. Buffers never are.</summary>
    /// <param name="recurse">False for this module alone, without those in it.</param>
    /// <param name="keys">The members whose arrays are trained again, by name; null for all.</param>
    /// <param name="strict">True to refuse names that a module does not have.</param>
    /// <returns>This module.</returns>
    /// <exception cref="ArgumentException">A module has no arrays of a name, and it matters.</exception>
    [Mlx("nn.Module.unfreeze")]
    public Module Unfreeze(bool recurse = true, IEnumerable<string>? keys = null, bool strict = false) =>
        SetFrozen("Unfreeze", recurse, keys, strict, (frozen, members) => frozen.Except(members));

    private Module SetFrozen(
        string function, bool recurse, IEnumerable<string>? keys, bool strict, Func<ImmutableSortedSet<string>, IEnumerable<string>, ImmutableSortedSet<string>> set)
    {
        string[]? chosen = keys?.ToArray();
        (Module Module, string[] Members)[] changes = [.. (recurse ? NamedModules() : [("", this)]).Select(found => (found.Module, Choose(found.Path, found.Module)))];
        foreach ((Module module, string[] members) in changes)
            module.mode = module.mode with { Frozen = set(module.mode.Frozen, members) };
        return this;

        string[] Choose(string path, Module module)
        {
            IReadOnlySet<string> members = ArrayMembers.Of(module);
            if (strict && chosen?.FirstOrDefault(key => !members.Contains(key)) is { } missing)
                throw new ArgumentException($"{function}: {module.GetType().Name}{(path.Length > 0 ? $" '{path}'" : "")} has no arrays '{missing}'.", nameof(keys));
            return [.. chosen is null ? members : chosen.Where(members.Contains)];
        }
    }
}
