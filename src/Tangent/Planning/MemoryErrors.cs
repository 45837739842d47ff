using Tangent.Kernels;

namespace Tangent;

/// <summary>Says for what memory was wanted where there was none.</summary>
internal static class MemoryErrors
{
    /// <summary>The error with the operation and its result.</summary>
    public static InsufficientMemoryException In(string operation, ArraySpec result, InsufficientMemoryException error) =>
        new($"{error.Message} {operation} asked for it, whose result is {result}.", error);

    /// <inheritdoc cref="In(string, ArraySpec, InsufficientMemoryException)"/>
    public static InsufficientMemoryException In(PlanOperation operation, InsufficientMemoryException error) =>
        In(operation.Kernel is MapKernel loop ? $"{loop.Body}" : operation.Primitive?.Name ?? $"{operation.Kernel}", operation.Output.Spec, error);
}
