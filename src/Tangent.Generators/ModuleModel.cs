namespace Tangent.Generators;

/// <summary>What is written for a module depends on this too.</summary>
/// <param name="Base">The module that it derives from, in full; null where that is Module itself.</param>
/// <param name="IsAbstract">True where there are no objects of it.</param>
internal sealed record ModuleModel(string? Base, bool IsAbstract);
