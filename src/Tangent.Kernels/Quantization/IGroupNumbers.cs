namespace Tangent.Kernels;

/// <summary>
/// The numbers of a group, vector by vector, in an order of their own: in which lane of which vector an element stands
/// says <see cref="Place"/>.
/// </summary>
internal unsafe interface IGroupNumbers<TVector, TSelf>
    where TVector : unmanaged
    where TSelf : struct, IGroupNumbers<TVector, TSelf>
{
    /// <summary>The element of a group that stands in a lane of one of so many vectors.</summary>
    static abstract int Place(int vector, int lane, int vectors);

    /// <summary>A group whose codes begin somewhere.</summary>
    static abstract TSelf Of(byte* codes, float scale, float bias);

    /// <summary>The next vector.</summary>
    TVector Next();
}
