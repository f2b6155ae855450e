using Schemawright.Collections;
using Schemawright.Facts.Structure.Calls;
using Schemawright.Facts.Structure.Code;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>Puts down classes as entities: members as attributes, collections of other classes as relationships.</summary>
internal sealed class ClassWriter(FactWriter writer, IReadOnlyDictionary<string, Seq<string>> enums)
{
    private static readonly string[] Unstored = ["notmapped", "transient", "jsonignore", "ignore"];

    private readonly CodeAttribute _attributes = new(enums);

    public void Write(ClassModel model, bool inDataModel)
    {
        var name = model.Name.Length > 3 && model.Name.EndsWith("Entity", StringComparison.Ordinal) ? model.Name[..^6] : model.Name;
        var weak = !model.Stored && (!inDataModel || EntityNames.IsTransient(model.Name));
        writer.Entity(name, model.Remark, model.Place, model.Words, weak);
        foreach (var member in model.Members.Where(member => !member.Marks.Exists(mark => Unstored.Contains(mark.Key, StringComparer.Ordinal))))
        {
            WriteMember(name, member);
        }
    }

    private void WriteMember(string entity, ClassMember member)
    {
        if (Collection(member) is var (other, manyToMany))
        {
            if (!manyToMany || !member.Marks.Exists(mark => mark.Named("mappedBy") is not null))
            {
                writer.Relationship(new RelationshipFact(entity, other, manyToMany ? Cardinality.ZeroOrMore : null, Cardinality.ZeroOrMore, null, member.Name, null, writer.Form, writer.Document.Kind, member.Place, member.Words));
            }

            return;
        }

        var blank = writer.Blank(entity, Name(member), member.Place, member.Words) with { Required = member.Required, Default = member.Default };
        var typed = member.Type.Length == 0 ? blank : _attributes.Complete(blank, new CodeMember(member.Name, Spelled(member.Type), false, false, 0, 0), null);
        var marked = member.Marks.Aggregate(typed with { Name = blank.Name }, Marked);
        var noted = member.Remark is null ? marked : AttributeNotes.Apply(marked, member.Remark);
        writer.Attribute(member.Calculated ? noted with { Marks = [.. noted.Marks, "calculated"] } : noted);
    }

    /// <summary>The bytes of a file are one value, and a generic wrapper is what it wraps.</summary>
    private static string Spelled(string type) => type switch
    {
        "byte[]" or "byte[]?" or "ByteArray" or "bytes" => "bytes",
        _ when type.StartsWith("Nullable<", StringComparison.Ordinal) && type.EndsWith('>') => type[9..^1] + "?",
        _ => type.Replace("System.", "", StringComparison.Ordinal).Replace("uuid.UUID", "UUID", StringComparison.Ordinal).Replace("java.util.", "", StringComparison.Ordinal),
    };

    private static AttributeFact Marked(AttributeFact fact, CodeCall mark) => mark.Key switch
    {
        "id" or "key" or "embeddedid" or "primarykey" or "primarygeneratedcolumn" => fact with { PrimaryKey = true },
        "column" or "property" => Column(fact, mark),
        "joincolumn" => mark.Named("nullable") is { } nullable ? CallMarks.Option(fact, "nullable", nullable) : fact,
        // C# names a property of the class itself there, SQLAlchemy the column of the other table.
        "foreignkey" => mark.First.Contains('.', StringComparison.Ordinal) ? CallMarks.Apply(fact, mark) : fact,
        "manytoone" or "onetoone" => mark.Named("optional") is "false" ? fact with { Required = true } : mark.Key == "onetoone" ? fact with { Unique = true } : fact,
        "concurrencycheck" or "timestamp" or "version" or "databasegenerated" or "generatedvalue" or "enumerated" or "temporal" or "lob" or "index" => fact,
        _ => CallMarks.Apply(fact, mark),
    };

    private static AttributeFact Column(AttributeFact fact, CodeCall mark) =>
        mark.Arguments.Where(argument => argument.Key is not null && !(argument.Key is "name" or "type" or "columnDefinition" or "typename" or "TypeName")).Aggregate(fact, (known, argument) => CallMarks.Option(known, argument.Key!, argument.Value));

    private static string Name(ClassMember member)
    {
        var column = member.Marks.Find(mark => mark.Key is "column" or "joincolumn");
        var named = column?.Named("name") ?? (column?.First is ['"', ..] or ['\'', ..] ? column.First : null);
        return named is not null && CallArgument.Unquoted(named) is { Length: > 0 } name && EntityNames.IsPlain(name) ? name : member.Name;
    }

    /// <summary>The other class of which the member holds many.</summary>
    private static (string Other, bool ManyToMany)? Collection(ClassMember member)
    {
        var manyToMany = member.Marks.Exists(mark => mark.Key == "manytomany");
        return CodeAttribute.Held(member.Type.TrimEnd('?')) is (var other, true) ? (other, manyToMany) : null;
    }
}
