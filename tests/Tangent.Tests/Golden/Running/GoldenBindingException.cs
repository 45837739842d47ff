namespace Tangent.Tests.Golden.Running;

/// <summary>No overload takes the arguments of a case. In C# such a call would not compile.</summary>
public sealed class GoldenBindingException(string message) : Exception(message);
