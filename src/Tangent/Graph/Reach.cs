namespace Tangent;

/// <summary>Which elements of an input an element of a result may depend on.</summary>
/// <param name="Kind">How they are found.</param>
/// <param name="Axis">Along which axis; −1 where there is none.</param>
internal readonly record struct Reach(ReachKind Kind, int Axis = -1)
{
    /// <summary>Any.</summary>
    public static Reach All => new(ReachKind.All);

    /// <summary>The one at its own place.</summary>
    public static Reach Place => new(ReachKind.Place);

    /// <summary>The one that the operation moves there: applied to the numbers of elements, it says which.</summary>
    public static Reach Moved => new(ReachKind.Moved);

    /// <summary>The same where, if places are not known, they are still along an axis.</summary>
    public static Reach MovedAlong(int axis) => new(ReachKind.Moved, axis);

    /// <summary>Those that the operation adds up there: transposed, it says where each goes.</summary>
    public static Reach Sent => new(ReachKind.Sent);

    /// <summary>Those along an axis; the other axes are those of the result, aligned from the last.</summary>
    public static Reach Along(int axis) => new(ReachKind.Along, axis);
}
