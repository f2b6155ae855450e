using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Code;

/// <summary>
/// Reads interfaces, type literals and data classes of TypeScript-like code. A type with methods is a service and creates
/// nothing; outside of a data model the others stay weak until something else confirms them.
/// </summary>
internal sealed class CodeTypeReader : IFactReader
{
    private static readonly string[] Languages = ["typescript", "ts", "tsx", "javascript", "js", "", "text", "go", "swift", "kotlin"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Interface);
        var section = new Section();
        foreach (var block in document.Blocks)
        {
            if (block is CodeFence fence && !facts.IsClaimed(fence) && Languages.Contains(fence.Language, StringComparer.Ordinal) && fence.Lines.Any(line => line.Text.Contains('{')))
            {
                ReadFence(fence, section, writer);
            }

            section.Pass(block);
        }
    }

    private static void ReadFence(CodeFence fence, Section section, FactWriter writer)
    {
        var code = new CodeText(fence);
        var reading = new CodeReading(code, new CodeAttribute(CodeTypes.Unions(code.Text)), writer);
        var inDataModel = Subjects.IsDataModel(fence.Headings);
        var types = CodeTypes.In(code.Text).Where(type => type.BodyEnd > type.BodyStart).ToList();
        var read = types.Count(type => reading.Declared(type, inDataModel));
        if (types.Count == 0 && !Subjects.IsInterface(fence.Headings) && Subject(section, fence) is { } subject && CodeTypes.Literal(code.Text, subject) is { } literal)
        {
            read += reading.Literal(literal, section) ? 1 : 0;
        }

        if (read > 0 && inDataModel && read >= types.Count)
        {
            writer.Facts.Claim(fence);
        }
    }

    private static string? Subject(Section section, CodeFence fence)
    {
        var announced = section.LeadIn?.Text.TrimEnd(':', ' ').ToLowerInvariant() is "attributes" or "fields" or "properties" or "schema" or "structure" or "columns" or "data structure" or "model";
        var heading = fence.Headings.Count > 0 ? EntityNames.Undecorated(fence.Headings[^1]) : "";
        return LeadIns.Entity(section.LeadIn?.Raw) ?? Subjects.OfData(fence.Headings) ?? (announced && EntityNames.IsTitle(heading) ? heading : null);
    }
}

/// <summary>Puts down the types of one fence.</summary>
internal sealed class CodeReading(CodeText code, CodeAttribute attributes, FactWriter writer)
{
    /// <returns>False for a service or a type without typed members.</returns>
    public bool Declared(CodeType type, bool inDataModel)
    {
        var members = CodeMembers.Of(code.Text, type).ToList();
        if (members.Count == 0 || members.Exists(member => member.IsMethod) || !EntityNames.IsName(type.Name))
        {
            return false;
        }

        if (!inDataModel && EntityNames.IsTransient(type.Name))
        {
            writer.Facts.Classify(code.Place(type.Start, Math.Min(type.BodyEnd + 1, code.Text.Length)), StatementClass.Interface, $"{type.Name} is what programs pass around, not stored data");
            return false;
        }

        var weak = !inDataModel || EntityNames.IsTransient(type.Name);
        var place = code.Place(type.Start, Math.Max(type.Start + 1, type.BodyStart - 1));
        writer.Entity(type.Name, Description(type), place, code.Text[type.Start..Math.Max(type.Start + 1, type.BodyStart - 1)].Trim(), weak);
        Write(type, members);
        return true;
    }

    /// <summary>A literal counts only when its values are types, not examples.</summary>
    public bool Literal(CodeType type, Section section)
    {
        var members = CodeMembers.Of(code.Text, type).Where(member => !member.IsMethod).ToList();
        var typed = members.Count(member => code.Text[member.Start] is not ('"' or '\'') && TypeWords.Read(member.Type, member.Name) is not null);
        if (typed < 2 || typed * 2 < members.Count)
        {
            return false;
        }

        section.Announce(writer, type.Name, code.Place(members[0].Start, members[0].End), weak: false);
        Write(type, members);
        return true;
    }

    private string? Description(CodeType type)
    {
        var remark = code.RemarkAbove(type.Start);
        return remark is null || Naming.Words(remark).Count < 4 ? null : remark;
    }

    private void Write(CodeType type, List<CodeMember> members)
    {
        // A type that marks some members as optional says of the others that they are not.
        var marksOptional = members.Exists(member => member.Optional);
        foreach (var member in members)
        {
            var place = code.Place(member.Start, member.End);
            var blank = writer.Blank(type.Name, member.Name, place, code.Text[member.Start..member.End].Trim()) with { Required = marksOptional ? true : null };
            writer.Attribute(attributes.Complete(blank, member, code.RemarkAfter(member.Start)));
            if (CodeAttribute.Held(member.Type) is var (other, many) && many)
            {
                writer.Relationship(new RelationshipFact(
                    type.Name, other, null, Cardinality.ZeroOrMore, null, member.Name, null, FactForm.Interface, writer.Document.Kind, place, blank.Words));
            }
        }
    }
}
