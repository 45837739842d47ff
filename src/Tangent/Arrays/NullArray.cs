namespace Tangent;

/// <summary>
/// The type that <c>null</c> has beside <c>==</c> and <c>!=</c>, so that <c>x == null</c> asks for the handle and gives a bool,
/// whereas <c>x == y</c> compares elements. There are no values of it.
/// </summary>
public sealed class NullArray
{
    private NullArray() { }

    /// <summary>No array.</summary>
    public static implicit operator NDArray?(NullArray? nothing) => null;
}
