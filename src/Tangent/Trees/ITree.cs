namespace Tangent;

/// <summary>
/// A type that holds arrays and may be an argument or a result of any transform: a model's parameters, a state, a record.
/// Write <c>[Tree]</c> on a partial type and the method is written for you; see <see cref="TreeAttribute"/>.
/// </summary>
public interface ITree
{
    /// <summary>Shows a visitor each member, always in the same order: arrays, further trees, and what is part of the form only.</summary>
    /// <param name="visitor">Sees each member and may put another in its place.</param>
    /// <returns>
    /// This object where the visitor reads; a copy that holds the members as the visitor left them where it makes a copy; this
    /// object with those members where it changes in place and the members can be set (see <see cref="TreeVisitor.Access"/>).
    /// </returns>
    object Accept(TreeVisitor visitor);
}
