using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads sentences that list the roles: "role-based access (Guest, Clerk, Owner)", "roles: guest, clerk".</summary>
internal sealed class RoleNameReader : IFactReader
{
    private static readonly string[] Openers =
        ["role-based access control (", "role-based access (", "user roles: ", "roles: ", "user roles (", "roles (", "user roles are ", "roles are ", "user roles include ", "roles include ", "roles such as ", "with roles ", "one of the roles ", "one of these roles: ", "one of the following roles: ", "in the roles "];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            var names = line.Form == OutlineForm.Program ? [] : Names(line.Whole).ToArray();
            if (names.Length < 2 || !names.All(IsName))
            {
                continue;
            }

            foreach (var name in names)
            {
                facts.Add(new RoleFact(name, null, [], line.Span, line.Words));
            }

            facts.Classify(line.Span, StatementClass.Access, "lists the roles");
        }
    }

    private static IEnumerable<string> Names(string text)
    {
        foreach (var opener in Openers)
        {
            var at = text.Seek(opener);
            if (at >= 0)
            {
                var rest = text[(at + opener.Length)..];
                var end = rest.IndexOfAny(opener.EndsWith('(') ? [')'] : ['.', ';', '(', ')', ':']);
                return ItemLists.Split(end < 0 ? rest : rest[..end]);
            }
        }

        return [];
    }

    private static bool IsName(string name) => name.Length is > 1 and <= 30 && name.Count(character => character == ' ') <= 2 && char.IsLetter(name[0]) && AccessVerbs.Open(name).Verbs.Count == 0 && !name.Opens("with", "e.g", "each", "etc", "the", "only");
}
