namespace Tangent.Tests.Golden.Running;

/// <summary>An argument for a parameter.</summary>
/// <param name="Value">What is passed.</param>
/// <param name="Cost">0 for the same kind of value, more the farther the parameter's type is: overloads with the least sum are called.</param>
public readonly record struct Conversion(object? Value, int Cost = 0);
