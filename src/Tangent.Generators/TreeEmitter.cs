using System.Collections.Generic;
using System.Linq;

namespace Tangent.Generators;

/// <summary>Writes the method of a type with [Tree].</summary>
internal sealed class TreeEmitter(TreeModel model)
{
    private readonly CodeWriter writer = CodeWriter.Of(model, $"{model.Header} : global::Tangent.ITree");

    public string Write()
    {
        WriteAccept();
        foreach ((Member member, int index) in model.Members.Select((member, index) => (member, index)))
            if (member.Slot is not null && (member.IsHidden || member.Kind != MemberKind.Static))
                WriteSlot(member, index);
        return writer.Finish();
    }

    private void WriteAccept()
    {
        writer.Open("object global::Tangent.ITree.Accept(global::Tangent.TreeVisitor visitor)");
        if (!model.IsSealed)
            writer.Line($"if (GetType() != typeof({model.Self})) throw new global::System.InvalidOperationException(GetType().Name + \" derives from a [Tree] type: write [Tree] on it too, or the arrays that it adds are not seen.\");");
        if (model.IsStruct)
            writer.Line("var self = this;");
        foreach ((Member member, int index) in Indexed())
            WriteVisit(member, index);
        if (!model.IsStruct)
        {
            writer.Line("if (visitor.Access == global::Tangent.TreeAccess.Read) return this;");
            string copy = $"({model.Self})MemberwiseClone()";
            writer.Line($"var self = {(model.IsRecord ? copy : $"visitor.Access == global::Tangent.TreeAccess.InPlace ? this : {copy}")};");
        }
        foreach ((Member member, int index) in Indexed().Where(entry => entry.Member.Kind != MemberKind.Static))
            writer.Line($"{(member.Slot is null ? $"self.@{member.Name}" : Slot(index, "self"))} = m{index};");
        writer.Line("return self;");
        writer.Close();
    }

    private void WriteVisit(Member member, int index)
    {
        string key = $"\"{member.Key}\"";
        string self = model.IsStruct ? "self" : "this";
        string value = member.IsHidden ? Slot(index, self) : $"{self}.@{member.Name}";
        if (member.Kind == MemberKind.Static)
        {
            writer.Line($"visitor.Static({key}, {value});");
            return;
        }
        writer.Line($"var m{index} = {value};");
        if (member.Kind == MemberKind.Array)
            writer.Line($"visitor.Array({key}, ref m{index}, global::Tangent.ArrayRole.{(member.IsBuffer ? "Buffer" : "Parameter")});");
        else
            writer.Line($"visitor.Tree({key}, ref m{index}{(member.IsBuffer ? ", global::Tangent.ArrayRole.Buffer" : "")});");
    }

    private void WriteSlot(Member member, int index)
    {
        writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = \"{member.Slot}\")]");
        writer.Line($"private static extern ref {member.Type} TreeSlot{index}({(model.IsStruct ? "ref " : "")}{member.Owner} self);");
    }

    private string Slot(int index, string self) => $"TreeSlot{index}({(model.IsStruct ? "ref " : "")}{self})";

    private IEnumerable<(Member Member, int Index)> Indexed() => model.Members.Select((member, index) => (member, index));
}
