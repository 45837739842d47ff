namespace Tangent.Optimizers;

/// <summary>Checks what optimisers and schedules are made with.</summary>
internal static class OptimizerArguments
{
    /// <summary>The weight of the past in a moving average.</summary>
    public static double Decay(string optimizer, string name, double value) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{optimizer}: {name} must be at least 0 and less than 1.");

    /// <summary>The weights of the past in two moving averages.</summary>
    public static (double First, double Second) Decays(string optimizer, (double First, double Second)? betas, (double First, double Second) usual)
    {
        (double first, double second) = betas ?? usual;
        return (Decay(optimizer, nameof(betas), first), Decay(optimizer, nameof(betas), second));
    }

    /// <summary>A finite number that is not negative.</summary>
    public static double NotNegative(string function, string name, double value) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} must be a finite number that is not negative.");

    /// <summary>A finite number above 0.</summary>
    public static double Positive(string function, string name, double value) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} must be a finite number above 0.");

    /// <summary>A count that is positive.</summary>
    public static int Positive(string function, string name, int value) => value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} must be positive.");

    /// <summary>A learning rate that must be given.</summary>
    public static Rate Given(Rate learningRate)
    {
        ArgumentNullException.ThrowIfNull(learningRate);
        return learningRate;
    }
}
