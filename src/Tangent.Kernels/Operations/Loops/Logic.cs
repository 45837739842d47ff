namespace Tangent.Kernels;

/// <summary>The functions of booleans that operations are: sum and maximum are "or", product and minimum are "and". False is below true.</summary>
internal enum Logic : byte
{
    /// <summary>There is none.</summary>
    None,
    /// <summary>The argument itself.</summary>
    Same,
    Not,
    And,
    Or,
    Xor,
    Equal,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    /// <summary>The first argument.</summary>
    First,
    /// <summary>False.</summary>
    Never,
}
