namespace Tangent.Bench;

/// <summary>Functions of 30 operations drawn at random, so that no two need the same code.</summary>
internal static class UnseenFunction
{
    private const int Operations = 30;

    private static readonly Func<NDArray, NDArray, NDArray>[] Palette =
    [
        Mx.Add, Mx.Subtract, Mx.Multiply, Mx.Maximum, Mx.Minimum,
        (x, _) => Mx.Tanh(x), (x, _) => Mx.Sin(x), (x, _) => Mx.Sigmoid(x), (x, _) => Mx.Square(x), (x, _) => Mx.Abs(x), (x, _) => Mx.Negative(x),
    ];

    /// <summary>The function of this seed.</summary>
    public static Func<NDArray, NDArray, NDArray> Of(int seed)
    {
        var random = new Random(seed);
        Func<NDArray, NDArray, NDArray>[] chosen = [.. Enumerable.Range(0, Operations).Select(_ => Palette[random.Next(Palette.Length)])];
        return (x, y) => chosen.Aggregate(x, (value, operation) => operation(value, y));
    }
}
