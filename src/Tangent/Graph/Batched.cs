namespace Tangent;

/// <summary>An array that holds one example along <paramref name="Axis"/>, or the same for all where it is null.</summary>
internal readonly record struct Batched(NDArray Array, int? Axis);
