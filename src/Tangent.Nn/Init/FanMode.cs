namespace Tangent;

/// <summary>Which number of connections an initialiser keeps the variance along.</summary>
public enum FanMode
{
    /// <summary>Those into an output: values keep their variance on their way forward.</summary>
    FanIn,

    /// <summary>Those out of an input: cotangents keep it on their way back.</summary>
    FanOut,
}
