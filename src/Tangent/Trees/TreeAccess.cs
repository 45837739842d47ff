namespace Tangent;

/// <summary>What a visitor does to the trees that it goes through.</summary>
public enum TreeAccess
{
    /// <summary>It looks; nothing need be made anew.</summary>
    Read,
    /// <summary>It makes a tree of the same form with other members; the tree that it visits stays as it is.</summary>
    Copy,
    /// <summary>It puts other members into lists, dictionaries and classes themselves; records and tuples are copied.</summary>
    InPlace,
}
