namespace Tangent.Generators;

/// <summary>What a member is to a tree.</summary>
internal enum MemberKind
{
    /// <summary>An array.</summary>
    Array,
    /// <summary>What arrays may be in: a container, a [Tree] type, a type parameter; or a number, which a visitor must be able to refuse.</summary>
    Tree,
    /// <summary>What holds no arrays and is part of the form.</summary>
    Static,
    /// <summary>What may hold arrays out of reach.</summary>
    Unreachable,
}
