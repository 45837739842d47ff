using System.Reflection;
using Tangent.Tests.Docs;
using Xunit;

namespace Tangent.Tests;

public sealed class MlxAttributeTests
{
    private static readonly HashSet<string> Names = [.. MlxNames.All];

    [Fact]
    public void Every_marked_member_bears_a_name_of_mlx()
    {
        (MemberInfo Member, string Name)[] marked = [.. Marked()];
        Assert.NotEmpty(marked);
        Assert.All(marked, entry => Assert.True(Names.Contains(entry.Name),
            $"{entry.Member.DeclaringType?.Name}.{entry.Member.Name}: MLX has no name \"{entry.Name}\"."));
    }

    private static IEnumerable<(MemberInfo Member, string Name)> Marked() =>
        from type in Laws.PublicOperations.Assemblies.SelectMany(assembly => assembly.GetTypes())
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is not Type)
            .Append(type)
        from mark in member.GetCustomAttributes<MlxAttribute>(inherit: false)
        select (member, mark.Name);
}
