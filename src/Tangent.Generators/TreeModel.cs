namespace Tangent.Generators;

/// <summary>A type with [Tree] or a module, as far as what is written for it depends on it.</summary>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Outer">The headers of the types that it is nested in, from the outermost.</param>
/// <param name="Header">Its own header: <c>partial record Spring</c>.</param>
/// <param name="Self">Its name, in full.</param>
/// <param name="File">A name for the file.</param>
/// <param name="IsStruct">True for a struct.</param>
/// <param name="IsRecord">True for a record, which is copied even where a visitor changes in place.</param>
/// <param name="IsSealed">True where no type can derive from it.</param>
/// <param name="Module">What a module has beside; null for a type with [Tree].</param>
/// <param name="Members">Its members.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record TreeModel(
    string Namespace, EquatableArray<string> Outer, string Header, string Self, string File,
    bool IsStruct, bool IsRecord, bool IsSealed, ModuleModel? Module, EquatableArray<Member> Members, EquatableArray<Finding> Findings);
