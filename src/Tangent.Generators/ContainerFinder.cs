using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tangent.Generators;

/// <summary>Finds the containers of arrays that a program names, or that the compiler infers for a call of a transform.</summary>
internal static class ContainerFinder
{
    private static readonly HashSet<string> Functions =
    [
        "Jvp", "Vjp", "Grad", "ValueAndGrad", "Hvp", "Hessian", "JacFwd", "JacRev", "Linearize", "LinearTranspose", "Vmap", "Compile",
        "TrainStep", "Checkpoint", "CustomFunction", "CheckGrads", "Eval", "EvalAsync",
        "Flatten", "Unflatten", "Map", "MapWithPath", "Reduce", "Merge", "Tree",
    ];

    public static bool MayName(SyntaxNode node, CancellationToken cancellation) => node switch
    {
        GenericNameSyntax or TupleTypeSyntax or ArrayTypeSyntax or TupleExpressionSyntax => true,
        InvocationExpressionSyntax call => Functions.Contains(Name(call.Expression)),
        _ => false,
    };

    public static EquatableArray<Container> Find(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var found = new ContainerCollector();
        if (context.Node is InvocationExpressionSyntax)
        {
            if (context.SemanticModel.GetSymbolInfo(context.Node, cancellation).Symbol is IMethodSymbol method)
                foreach (ITypeSymbol type in method.TypeArguments.Concat(method.Parameters.Select(parameter => parameter.Type)).Append(method.ReturnType))
                    found.Collect(type);
        }
        else
        {
            TypeInfo type = context.SemanticModel.GetTypeInfo(context.Node, cancellation);
            found.Collect(type.Type);
            found.Collect(type.ConvertedType);
            ISymbol? named = context.Node is GenericNameSyntax ? context.SemanticModel.GetSymbolInfo(context.Node, cancellation).Symbol : null;
            found.Collect(named as ITypeSymbol);
            foreach (ITypeSymbol argument in (named as IMethodSymbol)?.TypeArguments ?? [])
                found.Collect(argument);
        }
        return new(found.Containers);
    }

    private static string Name(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };
}
