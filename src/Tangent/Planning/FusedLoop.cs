using Tangent.Kernels;

namespace Tangent;

/// <summary>A loop that was fused: its body, and what it reads, the values in memory first and then the literals.</summary>
internal readonly record struct FusedLoop(Program Body, PlanValue[] Inputs);
