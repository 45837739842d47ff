namespace Tangent;

/// <summary>The functions of Tangent: operations on arrays, and transforms of functions.</summary>
public static partial class Mx;
