namespace Tangent;

/// <summary>Elementwise operations of one shape that run as one loop, or as the inner part of a fold.</summary>
internal sealed class FusedGroup
{
    /// <summary>The most operations in one loop: from about 250 on the compiler stops inlining, and a loop is ten times as slow.</summary>
    public const int Limit = 192;

    /// <summary>The operations, in order of dependence.</summary>
    public List<PlanItem> Members { get; } = [];

    /// <summary>Values read from memory.</summary>
    public List<PlanItem> Inputs { get; } = [];

    /// <summary>Members whose value is stored.</summary>
    public List<PlanItem> Outputs { get; } = [];

    /// <summary>The fold that takes this loop as its inner part.</summary>
    public PlanItem? Fold { get; set; }
}
