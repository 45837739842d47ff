namespace Tangent;

/// <summary>Elementwise operations of one shape that run as one loop, alone or as a part of another kernel.</summary>
internal sealed class FusedGroup
{
    /// <summary>The most operations in one loop: from about 250 on the compiler stops inlining, and a loop is ten times as slow.</summary>
    public const int Limit = 192;

    /// <summary>The operations, in order of dependence.</summary>
    public List<PlanOperation> Members { get; } = [];

    /// <summary>Values read from memory.</summary>
    public List<PlanValue> Inputs { get; } = [];

    /// <summary>Values that are stored.</summary>
    public List<PlanValue> Outputs { get; } = [];

    /// <summary>The operation that takes this loop along; null if it runs by itself.</summary>
    public PlanOperation? Host { get; set; }

    /// <summary>The shape of every value.</summary>
    public Shape Shape => Members[0].Output.Spec.Shape;
}
