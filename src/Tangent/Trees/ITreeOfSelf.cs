namespace Tangent;

/// <summary>A type that holds arrays; see <see cref="ITree"/>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITree<TSelf> : ITree where TSelf : ITree<TSelf>
{
    /// <summary>Shows a visitor each member; see <see cref="ITree.Accept"/>.</summary>
    /// <param name="visitor">Sees each member and may put another in its place.</param>
    new TSelf Accept(TreeVisitor visitor);

    object ITree.Accept(TreeVisitor visitor) => Accept(visitor);
}
