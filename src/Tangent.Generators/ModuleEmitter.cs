using System.Collections.Generic;
using System.Linq;

namespace Tangent.Generators;

/// <summary>
/// Writes what goes through the members of a module: a method for its own members, which that of a derived module calls, and what
/// begins with the type that an object has.
/// </summary>
internal sealed class ModuleEmitter(TreeModel model, ModuleModel module)
{
    private const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    private readonly CodeWriter writer = CodeWriter.Of(model, model.Header);

    public string Write()
    {
        if (!module.IsAbstract)
            WriteVisit();
        WriteMembers();
        foreach ((Member member, int index) in Indexed().Where(entry => entry.Member.Kind != MemberKind.Static || entry.Member.IsHidden))
        {
            writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = \"{member.Slot}\")]");
            writer.Line($"private static extern ref {member.Type} TreeSlot{index}({model.Self} self);");
        }
        return writer.Finish();
    }

    private void WriteVisit()
    {
        writer.Line("/// <summary>Shows a visitor each member; written by the generator.</summary>");
        writer.Line(Hidden);
        writer.Open("protected override void VisitMembers(global::Tangent.TreeVisitor visitor)");
        if (!model.IsSealed)
            writer.Line($"if (GetType() != typeof({model.Self})) throw new global::System.InvalidOperationException(GetType().Name + \" derives from a module and is not partial: what it adds is not seen.\");");
        writer.Line("VisitMembersOf(this, visitor);");
        writer.Close();
    }

    private void WriteMembers()
    {
        writer.Line("/// <summary>Shows a visitor each member that this class declares, after those of its base; written by the generator.</summary>");
        writer.Line(Hidden);
        writer.Open($"protected static void VisitMembersOf({model.Self} self, global::Tangent.TreeVisitor visitor)");
        if (module.Base is not null)
            writer.Line($"{module.Base}.VisitMembersOf(({module.Base})self, visitor);");
        foreach ((Member member, int index) in Indexed())
            WriteMember(member, index);
        writer.Close();
    }

    private void WriteMember(Member member, int index)
    {
        string key = $"\"{member.Key}\"", role = member.IsBuffer ? "global::Tangent.ArrayRole.Buffer" : $"self.RoleOf({key})";
        writer.Line(member.Kind switch
        {
            MemberKind.Static => $"visitor.Static({key}, {(member.IsHidden ? $"TreeSlot{index}(self)" : $"self.@{member.Name}")});",
            MemberKind.Array => $"visitor.Array({key}, ref TreeSlot{index}(self), {role});",
            _ => $"visitor.Tree({key}, ref TreeSlot{index}(self), {role});",
        });
    }

    private IEnumerable<(Member Member, int Index)> Indexed() => model.Members.Select((member, index) => (member, index));
}
