namespace Tangent;

/// <summary>What is known of an array before it has a value.</summary>
internal readonly record struct ArraySpec(Shape Shape, DType DType)
{
    /// <inheritdoc/>
    public bool Equals(ArraySpec other) => DType == other.DType && Shape == other.Shape;

    /// <inheritdoc/>
    public override int GetHashCode() => Shape.GetHashCode() * 31 + (int)DType;

    /// <summary>For messages: <c>float32[2,3]</c>.</summary>
    public override string ToString() => $"{DType.Name()}{Shape}";
}
