using Microsoft.CodeAnalysis;

namespace Tangent.Generators;

/// <summary>What the generator refuses, or warns of.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor NotPartial = Error("TN001", "A [Tree] type is partial", "{0} must be partial: the generator writes ITree.Accept into it");
    public static readonly DiagnosticDescriptor ModuleNotPartial = Error("TN001", "A module is partial", "{0} must be partial: the generator writes into it what goes through its members");
    public static readonly DiagnosticDescriptor Unreachable = Error("TN003", "Arrays are within reach", "{0}.{1} is of type {2}, which may hold arrays that no transform can see: {3}");
    public static readonly DiagnosticDescriptor SameKey = Error("TN004", "Names differ", "{0}: {1} and {2} are both named '{3}'; give one of them another name with [Key]");
    public static readonly DiagnosticDescriptor BadKey = Error("TN005", "A name is a part of a path", "{0}.{1}: the name '{2}' must not be empty, hold a dot, or be __metadata__");
    public static readonly DiagnosticDescriptor NoEquality = Warning("TN006", "Parts of the form have value equality", "{0}.{1} is part of the form, and {2} has no equality of values: a compiled function is planned again for each object");
    public static readonly DiagnosticDescriptor NotArray = Error("TN007", "[Buffer] marks arrays", "{0}.{1} holds no arrays, so it cannot be a [Buffer]");
    public static readonly DiagnosticDescriptor TreeOnModule = Error("TN008", "A module needs no [Tree]", "{0} derives from Module, which is a tree already: remove [Tree]");
    public static readonly DiagnosticDescriptor OuterNotPartial = Error("TN009", "What holds a [Tree] type or a module is partial", "{0} must be partial, because {1} is nested in it");
    public static readonly DiagnosticDescriptor DerivedWithout = Error("TN010", "What derives from a [Tree] type is one", "{0} derives from the [Tree] type {1}: write [Tree] on it too, or the arrays that it adds are not seen");
    public static readonly DiagnosticDescriptor Forgotten = Error("TN011", "Accept visits every array", "{0}.Accept does not visit {1}: visit it, mark it [Static], or write [Tree] in place of Accept");
    public static readonly DiagnosticDescriptor Captured = Error("TN012", "Arrays are in members", "{0} holds on to the parameter {1} of its primary constructor, where no transform can see it: assign it to a property");

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, title, message, "Tangent", DiagnosticSeverity.Error, true);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => new(id, title, message, "Tangent", DiagnosticSeverity.Warning, true);
}
