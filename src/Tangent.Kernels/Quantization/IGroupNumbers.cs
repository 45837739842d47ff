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

    /// <summary>A group whose codes, scale and bias lie somewhere.</summary>
    static abstract TSelf Of(byte* codes, float* scale, float* bias);

    /// <summary>So many vectors, up to four, are at hand at once; a group is a whole number of times as many.</summary>
    static abstract int Unit { get; }

    /// <summary>One of the vectors at hand, whose number the compiler knows.</summary>
    TVector At(int vector);

    /// <summary>Goes on to the next vectors.</summary>
    void Advance();
}
