using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Tangent.Generators;

/// <summary>A place in a source, without the source itself.</summary>
internal sealed record Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static Place? Of(ISymbol symbol) =>
        symbol.Locations.Length > 0 && symbol.Locations[0] is { IsInSource: true } location
            ? new(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public Location Location => Location.Create(Path, Span, Lines);
}
