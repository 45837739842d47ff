// dotnet run --file package/PublicDocumentation.cs -- Tangent.dll Tangent.xml out/Tangent.xml
// Copies the compiler's documentation without what users cannot see: internal types, and members that are neither public nor protected.
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

using var file = new PEReader(File.OpenRead(args[0]));
MetadataReader metadata = file.GetMetadataReader();
Dictionary<string, HashSet<string>> visible = [];
foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
    if (IsVisible(handle))
        visible[FullName(handle)] = [.. Members(metadata.GetTypeDefinition(handle))];

XDocument documentation = XDocument.Load(args[1], LoadOptions.PreserveWhitespace);
XElement members = documentation.Root!.Element("members")!;
foreach (XElement member in members.Elements("member").ToArray())
    if (!IsKept(member.Attribute("name")!.Value))
    {
        if (member.PreviousNode is XText space)
            space.Remove();
        member.Remove();
    }
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[2]))!);
documentation.Save(args[2], SaveOptions.DisableFormatting);

bool IsKept(string id)
{
    string name = id[2..].Split('(')[0];
    if (id[0] == 'T')
        return visible.ContainsKey(name);
    int dot = name.LastIndexOf('.');
    return visible.TryGetValue(name[..dot], out HashSet<string>? names) && names.Contains(name[(dot + 1)..].Split('`')[0]);
}

bool IsVisible(TypeDefinitionHandle handle)
{
    TypeDefinition type = metadata.GetTypeDefinition(handle);
    return (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(type.GetDeclaringType()),
        _ => false,
    };
}

string FullName(TypeDefinitionHandle handle)
{
    TypeDefinition type = metadata.GetTypeDefinition(handle);
    string name = metadata.GetString(type.Name), space = metadata.GetString(type.Namespace);
    return !type.GetDeclaringType().IsNil ? $"{FullName(type.GetDeclaringType())}.{name}" : space.Length > 0 ? $"{space}.{name}" : name;
}

IEnumerable<string> Members(TypeDefinition type)
{
    foreach (MethodDefinitionHandle handle in type.GetMethods())
    {
        MethodDefinition method = metadata.GetMethodDefinition(handle);
        if ((method.Attributes & MethodAttributes.MemberAccessMask) is not (MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem))
            continue;
        string name = metadata.GetString(method.Name);
        yield return name.Replace('.', '#');
        if (method.Attributes.HasFlag(MethodAttributes.SpecialName) && name.IndexOf('_') is > 0 and var mark)
            yield return name[(mark + 1)..];
    }
    foreach (FieldDefinitionHandle handle in type.GetFields())
        if (metadata.GetFieldDefinition(handle) is var field && (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family)
            yield return metadata.GetString(field.Name);
}
