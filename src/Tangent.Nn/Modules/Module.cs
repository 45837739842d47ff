using System.ComponentModel;

namespace Tangent.Layers;

/// <summary>
/// What holds arrays and learns: a layer or a model. Whoever derives from it writes a partial class; its arrays, its layers, and lists,
/// dictionaries and tuples of these are found without being named anywhere. Arrays are parameters, those with <see cref="BufferAttribute"/>
/// belong to the state and are never trained, and those with <see cref="StaticAttribute"/> are constants. Whatever else it holds is
/// part of its form. A module is a tree, which every transform takes.
/// </summary>
/// <remarks>The name of a parameter is made of the members that lead to it, in snake case: <c>layers.0.weight</c>. A module in two places is one, under the first.</remarks>
[Mlx("nn.Module")]
public abstract partial class Module : ISharedTree
{
    private ModuleMode mode = ModuleMode.Training;

    /// <summary>True while it is being trained: dropout drops, and normalisation takes the statistics of the batch.</summary>
    [Mlx("nn.Module.training")]
    public bool Training => mode.IsTraining;

    /// <summary>The thread that puts other arrays into its places; 0 for none.</summary>
    internal int Borrowed;

    object ITree.Accept(TreeVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        Module self = this;
        if (visitor.Access == TreeAccess.Copy)
        {
            self = (Module)MemberwiseClone();
            self.Borrowed = 0;
        }
        visitor.Static(ModuleMode.Key, mode);
        self.VisitMembers(visitor);
        return self;
    }

    /// <summary>Shows a visitor each member. The package's generator writes it into each partial class.</summary>
    /// <param name="visitor">Sees each member and may put another in its place.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void VisitMembers(TreeVisitor visitor);

    /// <summary>What the arrays of a member are; asked for all but those with <see cref="BufferAttribute"/>.</summary>
    /// <param name="key">The member's name in paths.</param>
    /// <returns>A parameter, or a frozen one. Layers whose arrays are never trained, though those of their base are, say so here.</returns>
    protected virtual ArrayRole RoleOf(string key) => mode.IsFrozen(key) ? ArrayRole.Frozen : ArrayRole.Parameter;

    /// <summary>What stands behind its name in <c>ToString</c>: <c>input_dims=2, bias=true</c>.</summary>
    protected virtual string Details => "";

    /// <summary>Called when <see cref="Training"/> has changed.</summary>
    protected virtual void OnTrainingChanged()
    {
    }
}
