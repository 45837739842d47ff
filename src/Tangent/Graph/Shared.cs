namespace Tangent;

/// <summary>The one instance of a primitive without parameters.</summary>
internal static class Shared<T> where T : Primitive, new()
{
    public static readonly T Instance = new();
}
