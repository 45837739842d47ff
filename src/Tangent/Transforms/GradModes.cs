namespace Tangent;

/// <summary>Which modes of differentiation a check covers.</summary>
[Flags]
public enum GradModes
{
    /// <summary>Jacobian-vector products.</summary>
    Forward = 1,
    /// <summary>Vector-Jacobian products.</summary>
    Reverse = 2,
    /// <summary>Both, and that they are adjoint.</summary>
    Both = Forward | Reverse,
}
