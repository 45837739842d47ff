namespace Tangent;

/// <summary>Functions of neural networks: activations here, losses in <see cref="Losses"/>, initialisers in <see cref="Init"/>, training of models.</summary>
public static partial class Nn
{
    /// <summary>Losses, each with a <see cref="Reduction"/>.</summary>
    public static partial class Losses;

    /// <summary>Initialisers: functions that make an array of the shape of another.</summary>
    public static partial class Init;
}
