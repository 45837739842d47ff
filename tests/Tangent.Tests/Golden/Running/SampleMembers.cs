using System.Globalization;

namespace Tangent.Tests.Golden.Running;

/// <summary>Members to bind arguments to.</summary>
public static class SampleMembers
{
    [Mlx("sample.named")]
    public static string Named(string text, Axes? axis = null, bool keepdims = false, DType? dtype = null) =>
        $"{text}/{axis}/{keepdims}/{dtype}";

    [Mlx("sample.overloaded")]
    public static string Overloaded(int x) => $"int {x}";

    [Mlx("sample.overloaded")]
    public static string Overloaded(double x) => string.Create(CultureInfo.InvariantCulture, $"double {x}");

    [Mlx("sample.overloaded")]
    public static string Overloaded(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"double {x} {y}");

    [Mlx("sample.overloaded")]
    public static string Overloaded(string _) => "text";

    [Mlx("sample.spread")]
    public static string Spread(params int[] items) => string.Join(",", items);

    [Mlx("sample.composed")]
    public static string Composed(Shape shape, (IReadOnlyList<int> Items, int Last) tuple, DTypeCategory category) =>
        $"{shape} {string.Join(",", tuple.Items)} {tuple.Last} {category}";

    [Mlx("sample.array")]
    public static NDArray Array(NDArray x) => x;

    [Mlx("sample.refusing")]
    public static NDArray Refusing(NDArray x) => throw new ArgumentException($"Refusing: no {x.Shape}.", nameof(x));

    [Mlx("sample.crashing")]
    public static int Crashing(NDArray x) => x.Shape[x.Rank];
}
