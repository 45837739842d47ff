namespace Tangent;

/// <summary>How places of type <typeparamref name="T"/> are visited.</summary>
internal abstract class TreeType<T> : TreeType
{
    private static TreeType<T>? of;

    /// <summary>The way for this type.</summary>
    public static TreeType<T> Of => of ??= TreeTypes.Find<T>();

    /// <summary>Visits what is in a place.</summary>
    public abstract void Visit(TreeVisitor visitor, string name, ref T tree);

    /// <inheritdoc/>
    public override object? VisitObject(TreeVisitor visitor, string name, object? tree)
    {
        T typed = (T)tree!;
        Visit(visitor, name, ref typed);
        return typed;
    }
}
