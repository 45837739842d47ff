namespace Tangent;

/// <summary>An array, the leaf of all trees.</summary>
internal sealed class ArrayType : TreeType<NDArray?>
{
    /// <inheritdoc/>
    public override void Visit(TreeVisitor visitor, string name, ref NDArray? tree) => visitor.Array(name, ref tree);
}
