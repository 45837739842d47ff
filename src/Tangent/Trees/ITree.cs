namespace Tangent;

/// <summary>
/// A type of the user's that holds arrays and may be an argument or a result of any transform: a model's parameters, a
/// state, a record. Implement <see cref="ITree{TSelf}"/>.
/// </summary>
public interface ITree
{
    /// <summary>Adds all arrays, always in the same order.</summary>
    /// <param name="leaves">Receives the arrays.</param>
    void Flatten(ICollection<NDArray?> leaves);

    /// <summary>A copy of this object that holds other arrays; all that is no array stays.</summary>
    /// <param name="next">Gives the arrays one by one, in the order of <see cref="Flatten"/>.</param>
    object Replace(Func<NDArray> next);
}
