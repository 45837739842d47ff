namespace Tangent;

/// <summary>A type that holds arrays; see <see cref="ITree"/>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITree<TSelf> : ITree where TSelf : ITree<TSelf>
{
    /// <summary>A copy of this object that holds other arrays; all that is no array stays.</summary>
    /// <param name="next">Gives the arrays one by one, in the order of <see cref="ITree.Flatten"/>.</param>
    TSelf With(Func<NDArray> next);

    object ITree.Replace(Func<NDArray> next) => With(next);
}
