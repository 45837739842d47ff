namespace Tangent;

/// <summary>The connections of a weight [out, …, in], where the axes between are the window of a convolution.</summary>
internal readonly record struct Fans(long In, long Out)
{
    /// <summary>Those of an array of two axes or more.</summary>
    public static Fans Of(string initializer, NDArray a)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.NDim < 2)
            throw new ArgumentException($"Nn.Init.{initializer}: an array of shape {a.Shape} has no inputs and outputs; it needs two axes or more.", nameof(a));
        long window = Shape.Create(a.Shape.AsSpan()[1..^1]).Size;
        return new(a.Shape[^1] * window, a.Shape[0] * window);
    }

    /// <summary>One of the two.</summary>
    public long Along(FanMode mode) => mode == FanMode.FanIn ? In : Out;
}
