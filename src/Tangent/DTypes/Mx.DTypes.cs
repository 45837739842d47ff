using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The element type that an operation on arrays of these types works in.</summary>
    /// <exception cref="ArgumentException">There is no type.</exception>
    [Mlx("core.result_type")]
    public static DType ResultType(params DType[] dtypes)
    {
        ArgumentNullException.ThrowIfNull(dtypes);
        if (dtypes.Length == 0)
            throw new ArgumentException("ResultType: at least one element type is needed.", nameof(dtypes));
        DType result = dtypes[0];
        foreach (DType dtype in dtypes[1..])
            result = Promotion.Of(result, dtype);
        return result;
    }

    /// <summary>The element type that an operation on these arrays works in; a literal takes the type of the others.</summary>
    /// <exception cref="ArgumentException">There is no array.</exception>
    [Mlx("core.result_type")]
    public static DType ResultType(params NDArray[] arrays)
    {
        Operands.Require(arrays);
        return Common([.. arrays.Where(array => array.Literal is null).Select(array => array.DType)],
            [.. arrays.Where(array => array.Literal is not null).Select(array => array.DType)]);
    }

    /// <summary>The element type that an operation on these arrays, literals and element types works in; a literal takes the type of the others.</summary>
    /// <exception cref="ArgumentException">There are none, or something else is among them.</exception>
    [OverloadResolutionPriority(-1)] // For lists of both kinds.
    public static DType ResultType(params object[] arraysAndTypes)
    {
        ArgumentNullException.ThrowIfNull(arraysAndTypes);
        return Common([.. arraysAndTypes.Select(StrongType).OfType<DType>()],
            [.. arraysAndTypes.Where(item => StrongType(item) is null).Select(WeakType)]);
    }

    /// <summary>True if promotion may turn the type of an array, or a literal, into <paramref name="to"/>.</summary>
    [Mlx("core.can_cast")]
    public static bool CanCast(NDArray from, DType to)
    {
        ArgumentNullException.ThrowIfNull(from);
        return from.Literal is { } literal
            ? Promotion.OfWeak(to, literal.Kind) == to && (literal.Source is null ? !literal.IsOutOf(to) : literal.IsOfKindWithin(to))
            : CanCast(from.DType, to);
    }

    /// <summary>True if promotion may turn <paramref name="from"/> into <paramref name="to"/>.</summary>
    [Mlx("core.can_cast")]
    public static bool CanCast(DType from, DType to) => Promotion.Of(from, to) == to;

    /// <summary>True if <paramref name="dtype"/> belongs to <paramref name="category"/>.</summary>
    [Mlx("core.issubdtype")]
    public static bool IsSubDType(DType dtype, DTypeCategory category) =>
        DTypeCategories.IsWithin(DTypeCategories.Of(dtype), category);

    /// <summary>True if <paramref name="category"/> is <paramref name="ancestor"/> or a part of it.</summary>
    [Mlx("core.issubdtype")]
    public static bool IsSubDType(DTypeCategory category, DTypeCategory ancestor) =>
        DTypeCategories.IsWithin(category, ancestor);

    /// <summary>False: no category belongs to an element type.</summary>
    [Mlx("core.issubdtype")]
    public static bool IsSubDType(DTypeCategory category, DType dtype) => false;

    /// <summary>True if the two types are the same.</summary>
    [Mlx("core.issubdtype")]
    public static bool IsSubDType(DType dtype, DType other) => dtype == other;

    /// <summary>True if <paramref name="dtype"/> is one of <paramref name="kinds"/>.</summary>
    [Mlx("core.isdtype")]
    public static bool IsDType(DType dtype, params DType[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return kinds.Contains(dtype);
    }

    /// <summary>True if <paramref name="dtype"/> is of one of the kinds that the Python array API standard names.</summary>
    /// <param name="dtype">The element type.</param>
    /// <param name="kinds">
    /// "bool", "signed integer", "unsigned integer", "integral", "real floating", "complex floating" or "numeric".
    /// </param>
    /// <exception cref="ArgumentException">A kind has none of these names.</exception>
    [Mlx("core.isdtype")]
    public static bool IsDType(DType dtype, params string[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        bool found = false;
        foreach (string kind in kinds)
            found |= IsOfKind(dtype, kind);
        return found;
    }

    private static DType Common(DType[] strong, DType[] weak) =>
        strong.Length == 0 ? ResultType(weak) : weak.Aggregate(ResultType(strong), Promotion.OfWeak);

    private static DType? StrongType(object item) => item switch
    {
        NDArray { Literal: null } array => array.DType,
        DType dtype => dtype,
        _ => null,
    };

    private static DType WeakType(object item) => item is NDArray literal ? literal.DType : NumberTypes.Read(item)?.Value.Kind
        ?? throw new ArgumentException($"ResultType: {item?.GetType().Name ?? "null"} is neither array, literal nor element type.", "arraysAndTypes");

    private static bool IsOfKind(DType dtype, string kind) => kind switch
    {
        "bool" => dtype is DType.Bool,
        "signed integer" => IsSubDType(dtype, DTypeCategory.SignedInteger),
        "unsigned integer" => dtype.IsUnsigned,
        "integral" => dtype.IsInteger,
        "real floating" => dtype.IsFloating,
        "complex floating" => dtype.IsComplex,
        "numeric" => dtype is not DType.Bool,
        _ => throw new ArgumentException($"IsDType: \"{kind}\" is not a kind of element type.", nameof(kind)),
    };
}
