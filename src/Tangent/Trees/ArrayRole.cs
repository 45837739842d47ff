namespace Tangent;

/// <summary>What an array is to the tree that holds it.</summary>
public enum ArrayRole
{
    /// <summary>An array like any other.</summary>
    Parameter,
    /// <summary>An array that belongs to the state and is never trained: its gradient is zero.</summary>
    Buffer,
    /// <summary>An array that is not trained at present, because its module was frozen: its gradient is zero.</summary>
    Frozen,
}
