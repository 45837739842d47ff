namespace Tangent.Optimizers;

/// <summary>Why a minimizer goes on or stopped.</summary>
public enum MinimizerStatus
{
    /// <summary>It goes on.</summary>
    Running,
    /// <summary>The gradient is as small as was asked for.</summary>
    Converged,
    /// <summary>No step makes the function smaller, but for rounding.</summary>
    Stalled,
    /// <summary>The most steps were done.</summary>
    StepLimit,
}
