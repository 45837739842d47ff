using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <content>Comparisons. All operators work element by element, after promotion and broadcasting.</content>
public sealed partial class NDArray
{
    /// <summary>Where elements are equal, as bool. To compare handles, use <see cref="object.ReferenceEquals"/>.</summary>
    /// <exception cref="ArgumentNullException">Either operand is null.</exception>
    [Mlx("core.array.__eq__")]
    public static NDArray operator ==(NDArray x, NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Mx.Equal(x, y);
    }

    /// <summary>Where elements differ, as bool. To compare handles, use <see cref="object.ReferenceEquals"/>.</summary>
    /// <exception cref="ArgumentNullException">Either operand is null.</exception>
    [Mlx("core.array.__ne__")]
    public static NDArray operator !=(NDArray x, NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Mx.NotEqual(x, y);
    }

    /// <summary>True if there is no array: <c>x == null</c>.</summary>
    public static bool operator ==([NotNullWhen(false)] NDArray? x, NullArray? nothing) => x is null;

    /// <summary>True if there is an array: <c>x != null</c>.</summary>
    public static bool operator !=([NotNullWhen(true)] NDArray? x, NullArray? nothing) => x is not null;

    /// <summary>True if there is no array: <c>null == x</c>.</summary>
    public static bool operator ==(NullArray? nothing, [NotNullWhen(false)] NDArray? x) => x is null;

    /// <summary>True if there is an array: <c>null != x</c>.</summary>
    public static bool operator !=(NullArray? nothing, [NotNullWhen(true)] NDArray? x) => x is not null;

    /// <summary>Where <paramref name="x"/> is less, as bool.</summary>
    [Mlx("core.array.__lt__")]
    public static NDArray operator <(NDArray x, NDArray y) => Mx.Less(x, y);

    /// <summary>Where <paramref name="x"/> is less or equal, as bool.</summary>
    [Mlx("core.array.__le__")]
    public static NDArray operator <=(NDArray x, NDArray y) => Mx.LessEqual(x, y);

    /// <summary>Where <paramref name="x"/> is greater, as bool.</summary>
    [Mlx("core.array.__gt__")]
    public static NDArray operator >(NDArray x, NDArray y) => Mx.Greater(x, y);

    /// <summary>Where <paramref name="x"/> is greater or equal, as bool.</summary>
    [Mlx("core.array.__ge__")]
    public static NDArray operator >=(NDArray x, NDArray y) => Mx.GreaterEqual(x, y);

    /// <summary>True if <paramref name="obj"/> is this handle. Elements are compared by <c>==</c> and <see cref="Mx.ArrayEqual"/>.</summary>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <summary>A code of the handle, whatever the elements are.</summary>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
