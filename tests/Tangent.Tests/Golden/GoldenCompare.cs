using System.Globalization;
using System.Numerics;

namespace Tangent.Tests.Golden;

/// <summary>Compares values with recorded ones. A result is null where they agree, else it says what differs most.</summary>
public static class GoldenCompare
{
    /// <summary>Compares lists of values, entry by entry.</summary>
    public static string? Difference(IReadOnlyList<GoldenValue> actual, IReadOnlyList<GoldenValue> expected, Tolerance tolerance)
    {
        if (actual.Count != expected.Count)
            return $"{actual.Count} results, recorded are {expected.Count}";
        for (int i = 0; i < actual.Count; i++)
        {
            if (Difference(actual[i], expected[i], tolerance) is string difference)
                return actual.Count == 1 ? difference : $"result {i}: {difference}";
        }
        return null;
    }

    /// <summary>Compares two values.</summary>
    public static string? Difference(GoldenValue actual, GoldenValue expected, Tolerance tolerance) => (actual, expected) switch
    {
        (GoldenValue.Array x, GoldenValue.Array y) => Form(x, y) ?? Elements(x, y, tolerance),
        (GoldenValue.Real x, GoldenValue.Real y) => Scalars(x.Value, y.Value, tolerance),
        (GoldenValue.ComplexNumber x, GoldenValue.ComplexNumber y) => Scalars(x.Value, y.Value, tolerance),
        (GoldenValue.Integers x, GoldenValue.Integers y) => x.Values.SequenceEqual(y.Values) ? null : Unequal(x, y),
        (GoldenValue.Sequence x, GoldenValue.Sequence y) => Difference(x.Items, y.Items, tolerance),
        (GoldenValue.Dictionary x, GoldenValue.Dictionary y) => Entries(x, y, tolerance),
        _ => actual == expected ? null : Unequal(actual, expected),
    };

    /// <summary>Compares element type and shape.</summary>
    public static string? Form(GoldenValue.Array actual, GoldenValue.Array expected) =>
        actual.DType == expected.DType && actual.Shape.SequenceEqual(expected.Shape) ? null : $"{actual}, recorded is {expected}";

    /// <summary>Compares numbers that lie in an array of the given shape, and names the one that is off most.</summary>
    public static string? Numbers(ReadOnlySpan<Complex> actual, ReadOnlySpan<Complex> expected, int[] shape, Tolerance tolerance)
    {
        int worst = -1;
        double greatest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double excess = Excess(actual[i], expected[i], tolerance);
            if (excess > greatest)
                (worst, greatest) = (i, excess);
        }
        return worst < 0 ? null : $"{Place(worst, shape)} is {Text(actual[worst])}, recorded is {Text(expected[worst])}";
    }

    private static string? Elements(GoldenValue.Array x, GoldenValue.Array y, Tolerance tolerance)
    {
        if (tolerance == Tolerance.Exact && !x.DType.IsInexact)
            return Integers(x, y);
        return Numbers(GoldenElements.Numbers(x), GoldenElements.Numbers(y), x.Shape, tolerance);
    }

    private static string? Integers(GoldenValue.Array x, GoldenValue.Array y)
    {
        for (int i = 0; i < x.Count; i++)
        {
            Int128 actual = GoldenElements.Integer(x, i), expected = GoldenElements.Integer(y, i);
            if (actual != expected)
                return $"{Place(i, x.Shape)} is {actual}, recorded is {expected}";
        }
        return null;
    }

    private static string? Scalars(Complex x, Complex y, Tolerance tolerance) =>
        Excess(x, y, tolerance) > 0 ? $"{Text(x)}, recorded is {Text(y)}" : null;

    private static string? Entries(GoldenValue.Dictionary x, GoldenValue.Dictionary y, Tolerance tolerance)
    {
        foreach ((string name, GoldenValue expected) in y.Items)
        {
            if (!x.Items.TryGetValue(name, out GoldenValue? actual))
                return $"{name} is missing";
            if (Difference(actual, expected, tolerance) is string difference)
                return $"{name}: {difference}";
        }
        return null;
    }

    // How far beyond the tolerance the worse of the two parts is; 0 if both are within.
    private static double Excess(Complex x, Complex y, Tolerance tolerance) =>
        Math.Max(Excess(x.Real, y.Real, tolerance), Excess(x.Imaginary, y.Imaginary, tolerance));

    private static double Excess(double x, double y, Tolerance tolerance)
    {
        if (x == y || (double.IsNaN(x) && double.IsNaN(y)))
            return 0;
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return double.PositiveInfinity;
        return Math.Max(0, Math.Abs(x - y) - (tolerance.Absolute + tolerance.Relative * Math.Abs(y)));
    }

    private static string Unequal(GoldenValue actual, GoldenValue expected) => $"{actual}, recorded is {expected}";

    private static string Text(Complex value) => value.Imaginary == 0
        ? value.Real.ToString("R", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Place(int index, int[] shape)
    {
        var place = new int[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
            (index, place[axis]) = Math.DivRem(index, shape[axis]);
        return $"element [{string.Join(",", place)}]";
    }
}
