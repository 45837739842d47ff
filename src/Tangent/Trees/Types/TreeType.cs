namespace Tangent;

/// <summary>How objects of one type are visited.</summary>
internal abstract class TreeType
{
    /// <summary>Visits an object of this type; returns it, or what the visitor put in its place.</summary>
    public abstract object? VisitObject(TreeVisitor visitor, string name, object? tree);

    /// <summary>Adds to a list or dictionary what only the other has: its further elements, its further keys.</summary>
    public virtual object Extend(object tree, object other) => tree;
}
