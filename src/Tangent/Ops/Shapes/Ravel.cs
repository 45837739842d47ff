namespace Tangent;

public static partial class Mx
{
    /// <summary>All elements along one axis, in row-major order; the same as <see cref="Flatten"/> of all axes.</summary>
    public static NDArray Ravel(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Flatten(x);
    }
}
