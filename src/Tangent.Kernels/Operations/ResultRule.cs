namespace Tangent.Kernels;

/// <summary>The type of an operation's result, by that of its arguments.</summary>
internal enum ResultRule : byte
{
    /// <summary>The arguments' type.</summary>
    Same,
    Bool,
    /// <summary>float32 where the arguments are complex, else their type.</summary>
    Part,
    Complex,
}
