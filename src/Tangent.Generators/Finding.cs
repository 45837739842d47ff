using Microsoft.CodeAnalysis;

namespace Tangent.Generators;

/// <summary>A mistake found in a program.</summary>
internal sealed record Finding(DiagnosticDescriptor Rule, Place? Place, EquatableArray<string> Arguments)
{
    public static Finding Of(DiagnosticDescriptor rule, ISymbol symbol, params string[] arguments) => new(rule, Place.Of(symbol), new(arguments));

    public Diagnostic Diagnostic => Diagnostic.Create(Rule, Place?.Location, [.. Arguments]);
}
