namespace Tangent;

/// <summary>The tree of element types.</summary>
internal static class DTypeCategories
{
    /// <summary>The smallest category of an element type; bool is directly below the root.</summary>
    public static DTypeCategory Of(DType dtype)
    {
        if (dtype is DType.Bool)
            return DTypeCategory.Generic;
        if (dtype.IsComplex)
            return DTypeCategory.ComplexFloating;
        if (dtype.IsFloating)
            return DTypeCategory.Floating;
        return dtype.IsUnsigned ? DTypeCategory.UnsignedInteger : DTypeCategory.SignedInteger;
    }

    /// <summary>True if <paramref name="category"/> is <paramref name="ancestor"/> or lies below it.</summary>
    public static bool IsWithin(DTypeCategory category, DTypeCategory ancestor)
    {
        while (category != ancestor)
        {
            if (category is DTypeCategory.Generic)
                return false;
            category = Parent(category);
        }
        return true;
    }

    private static DTypeCategory Parent(DTypeCategory category) => category switch
    {
        DTypeCategory.SignedInteger or DTypeCategory.UnsignedInteger => DTypeCategory.Integer,
        DTypeCategory.Floating or DTypeCategory.ComplexFloating => DTypeCategory.Inexact,
        DTypeCategory.Integer or DTypeCategory.Inexact => DTypeCategory.Number,
        _ => DTypeCategory.Generic,
    };
}
