using System.Runtime.CompilerServices;

namespace Tangent;

/// <content>
/// Operators between arrays and numbers, and brackets of several entries, for languages that do not convert operands by themselves,
/// such as F#. C# converts, and does not look here.
/// </content>
public sealed partial class NDArray
{
    /// <summary>The sum, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator +(NDArray x, double y) => x + (NDArray)y;

    /// <summary>The sum, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator +(double x, NDArray y) => (NDArray)x + y;

    /// <summary>The sum, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator +(NDArray x, float y) => x + (NDArray)y;

    /// <summary>The sum, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator +(float x, NDArray y) => (NDArray)x + y;

    /// <summary>The sum, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator +(NDArray x, int y) => x + (NDArray)y;

    /// <summary>The sum, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator +(int x, NDArray y) => (NDArray)x + y;

    /// <summary>The sum, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator +(NDArray x, long y) => x + (NDArray)y;

    /// <summary>The sum, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator +(long x, NDArray y) => (NDArray)x + y;

    /// <summary>The difference, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator -(NDArray x, double y) => x - (NDArray)y;

    /// <summary>The difference, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator -(double x, NDArray y) => (NDArray)x - y;

    /// <summary>The difference, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator -(NDArray x, float y) => x - (NDArray)y;

    /// <summary>The difference, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator -(float x, NDArray y) => (NDArray)x - y;

    /// <summary>The difference, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator -(NDArray x, int y) => x - (NDArray)y;

    /// <summary>The difference, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator -(int x, NDArray y) => (NDArray)x - y;

    /// <summary>The difference, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator -(NDArray x, long y) => x - (NDArray)y;

    /// <summary>The difference, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator -(long x, NDArray y) => (NDArray)x - y;

    /// <summary>The product, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator *(NDArray x, double y) => x * (NDArray)y;

    /// <summary>The product, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator *(double x, NDArray y) => (NDArray)x * y;

    /// <summary>The product, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator *(NDArray x, float y) => x * (NDArray)y;

    /// <summary>The product, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator *(float x, NDArray y) => (NDArray)x * y;

    /// <summary>The product, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator *(NDArray x, int y) => x * (NDArray)y;

    /// <summary>The product, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator *(int x, NDArray y) => (NDArray)x * y;

    /// <summary>The product, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator *(NDArray x, long y) => x * (NDArray)y;

    /// <summary>The product, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator *(long x, NDArray y) => (NDArray)x * y;

    /// <summary>The quotient, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator /(NDArray x, double y) => x / (NDArray)y;

    /// <summary>The quotient, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator /(double x, NDArray y) => (NDArray)x / y;

    /// <summary>The quotient, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator /(NDArray x, float y) => x / (NDArray)y;

    /// <summary>The quotient, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator /(float x, NDArray y) => (NDArray)x / y;

    /// <summary>The quotient, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator /(NDArray x, int y) => x / (NDArray)y;

    /// <summary>The quotient, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator /(int x, NDArray y) => (NDArray)x / y;

    /// <summary>The quotient, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator /(NDArray x, long y) => x / (NDArray)y;

    /// <summary>The quotient, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator /(long x, NDArray y) => (NDArray)x / y;

    /// <summary>The remainder of the division rounded down, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator %(NDArray x, double y) => x % (NDArray)y;

    /// <summary>The remainder of the division rounded down, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator %(double x, NDArray y) => (NDArray)x % y;

    /// <summary>The remainder of the division rounded down, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator %(NDArray x, float y) => x % (NDArray)y;

    /// <summary>The remainder of the division rounded down, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator %(float x, NDArray y) => (NDArray)x % y;

    /// <summary>The remainder of the division rounded down, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator %(NDArray x, int y) => x % (NDArray)y;

    /// <summary>The remainder of the division rounded down, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator %(int x, NDArray y) => (NDArray)x % y;

    /// <summary>The remainder of the division rounded down, element by element, of an array and a number that takes its type.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator %(NDArray x, long y) => x % (NDArray)y;

    /// <summary>The remainder of the division rounded down, element by element, of a number that takes the type of an array, and the array.</summary>
    [OverloadResolutionPriority(-1)]
    public static NDArray operator %(long x, NDArray y) => (NDArray)x % y;

    /// <summary>A part of the array, by two entries; see the brackets of any number of entries.</summary>
    [IndexerName("Part")]
    [OverloadResolutionPriority(-1)]
    public NDArray this[ArrayIndex first, ArrayIndex second]
    {
        get => this[(ReadOnlySpan<ArrayIndex>)[first, second]];
        set => this[(ReadOnlySpan<ArrayIndex>)[first, second]] = value;
    }

    /// <summary>A part of the array, by three entries; see the brackets of any number of entries.</summary>
    [IndexerName("Part")]
    [OverloadResolutionPriority(-1)]
    public NDArray this[ArrayIndex first, ArrayIndex second, ArrayIndex third]
    {
        get => this[(ReadOnlySpan<ArrayIndex>)[first, second, third]];
        set => this[(ReadOnlySpan<ArrayIndex>)[first, second, third]] = value;
    }

    /// <summary>A part of the array, by four entries; see the brackets of any number of entries.</summary>
    [IndexerName("Part")]
    [OverloadResolutionPriority(-1)]
    public NDArray this[ArrayIndex first, ArrayIndex second, ArrayIndex third, ArrayIndex fourth]
    {
        get => this[(ReadOnlySpan<ArrayIndex>)[first, second, third, fourth]];
        set => this[(ReadOnlySpan<ArrayIndex>)[first, second, third, fourth]] = value;
    }
}
