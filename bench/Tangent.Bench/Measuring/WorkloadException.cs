namespace Tangent.Bench;

/// <summary>A library could not do what a row asks of it.</summary>
internal sealed class WorkloadException(string message) : Exception(message);
