namespace Tangent.Generators;

/// <summary>A member as it is visited.</summary>
/// <param name="Name">As it is written in the type.</param>
/// <param name="Key">Its name in paths.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsBuffer">True for arrays that are not trained.</param>
/// <param name="Type">Its type, in full.</param>
/// <param name="Slot">The field to be set where the member cannot be assigned; null where it can.</param>
/// <param name="Owner">The type that declares it.</param>
/// <param name="IsHidden">True where the member of a base type can only be reached by its field.</param>
internal sealed record Member(string Name, string Key, MemberKind Kind, bool IsBuffer, string Type, string? Slot, string Owner, bool IsHidden);
