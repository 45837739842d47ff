namespace Tangent.Kernels;

/// <summary>A parameter of an operation, by name: for dumps, files and errors.</summary>
/// <param name="Name">The name that the record's constructor gives it.</param>
/// <param name="Value">A number, text, an array of numbers, or data made of these.</param>
internal readonly record struct Parameter(string Name, object? Value);
