using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>Goes through a tree: sees each array with its name, and may put another in its place.</summary>
/// <param name="access">What becomes of the trees.</param>
public abstract class TreeVisitor(TreeAccess access = TreeAccess.Copy)
{
    private SharedTrees? shared;

    /// <summary>What becomes of the trees that are visited.</summary>
    public TreeAccess Access { get; } = access;

    /// <summary>An array, or an empty place for one.</summary>
    /// <param name="name">The name of the place in the tree that holds it: a member's, a key, an index.</param>
    /// <param name="array">The array; null where there is none.</param>
    /// <param name="role">What it is to its tree.</param>
    public abstract void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter);

    /// <summary>A member of any type: an array, tuple, list, dictionary, <see cref="ITree"/>, or a value that is part of the form.</summary>
    /// <param name="name">The name of the place.</param>
    /// <param name="tree">The member; null where there is none.</param>
    public virtual void Tree<T>(string name, ref T tree) => TreeType<T>.Of.Visit(this, name, ref tree);

    /// <summary>A member whose arrays all have a role, whatever they are to what holds them directly.</summary>
    /// <param name="name">The name of the place.</param>
    /// <param name="tree">The member; null where there is none.</param>
    /// <param name="role">What its arrays are.</param>
    public void Tree<T>(string name, ref T tree, ArrayRole role)
    {
        if (role == ArrayRole.Parameter)
        {
            Tree(name, ref tree);
            return;
        }
        ArrayRole outside = Around;
        Around = Effective(role);
        Tree(name, ref tree);
        Around = outside;
    }

    /// <summary>A value that holds no arrays and is part of the form: trees with other values are other forms.</summary>
    /// <param name="name">The name of the place.</param>
    /// <param name="value">The value.</param>
    public virtual void Static<T>(string name, T value)
    {
    }

    /// <summary>What the members that the visitor is inside of make of their arrays.</summary>
    protected ArrayRole Around { get; private set; }

    /// <summary>What an array of a role is, here.</summary>
    protected ArrayRole Effective(ArrayRole role) =>
        role == ArrayRole.Buffer || Around == ArrayRole.Parameter ? role : Around;

    /// <summary>A tree begins; what follows up to <see cref="End"/> is in it.</summary>
    /// <param name="name">The name of the place.</param>
    /// <param name="tree">The tuple, list, dictionary or <see cref="ITree"/>.</param>
    /// <param name="type">Its type; the interface by which a list or dictionary is known.</param>
    protected internal virtual void Begin(string name, object tree, Type type) => RuntimeHelpers.EnsureSufficientExecutionStack();

    /// <summary>The tree that began last ends.</summary>
    protected internal virtual void End()
    {
    }

    /// <summary>The objects that stand in several places.</summary>
    internal SharedTrees Shared => shared ??= new SharedTrees();

    /// <summary>A place that holds the same object as an earlier one, which is not visited again.</summary>
    internal virtual void Again(string name, SharedPlace place)
    {
    }

    /// <summary>An empty place for a tree.</summary>
    internal virtual void Missing(string name)
    {
    }

    /// <summary>A value that nobody declared to be part of the form: an element of a tuple, say.</summary>
    internal virtual void Loose(string name, object value) => Static(name, value);

    /// <summary>An object that may hold arrays which nobody can see.</summary>
    internal virtual void Unknown(string name, object value)
    {
    }
}
