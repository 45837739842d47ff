using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tangent.Generators;

/// <summary>Finds the classes that derive from Module; no attribute marks them that one could forget.</summary>
internal static class ModuleFinder
{
    /// <summary>The module that a declaration is of; null for any other class, and for all parts of a module but the first that names a base.</summary>
    public static TreeModel? Find(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type || !TangentTypes.IsModule(type) || !IsFirst(type, declaration, cancellation))
            return null;
        return new TreeParser(type, context.SemanticModel.Compilation, cancellation).Parse();
    }

    private static bool IsFirst(INamedTypeSymbol type, ClassDeclarationSyntax declaration, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<ClassDeclarationSyntax>().First(part => part.BaseList is not null) == declaration;
}
