namespace Tangent;

/// <summary>Marks the counterpart of a public MLX name. Tables of names and of coverage are made from it.</summary>
/// <param name="name">The dotted Python name without the leading <c>mlx.</c>, for example <c>core.log1p</c>.</param>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class
        | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Delegate,
    AllowMultiple = true,
    Inherited = false)]
public sealed class MlxAttribute(string name) : Attribute
{
    /// <summary>The dotted Python name without the leading <c>mlx.</c></summary>
    public string Name { get; } = name;
}
