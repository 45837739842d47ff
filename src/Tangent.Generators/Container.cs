namespace Tangent.Generators;

/// <summary>A container that a program uses as a tree.</summary>
/// <param name="Call">The call that names it to the library.</param>
/// <param name="Home">The headers of the type inside which it can be named, from the outermost, with their namespace first; empty where it can be named anywhere.</param>
internal sealed record Container(string Call, EquatableArray<string> Home);
