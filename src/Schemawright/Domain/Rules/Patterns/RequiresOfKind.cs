using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Guest orders require a name and a phone or e-mail", and under "Required (for guest orders)" the bullet "Name (required)": what a row
/// must say itself where it refers to no known person.
/// </summary>
internal sealed class RequiresOfKind : IRulePattern
{
    private static readonly string[] Strangers = ["guest", "anonymous", "walk-in", "visitor", "external", "unregistered", "casual"];

    private static readonly string[] Contacts = ["contact", "contacts"];

    public Reading? Read(RuleLine line) => Sentence(line) ?? Listed(line);

    private static Reading? Sentence(RuleLine line)
    {
        var words = line.Whole;
        var verb = Phrase.IndexOf(words, 0, "require", "requires", "need", "needs", "must");
        verb += verb >= 0 && words[verb].Is("must") && verb + 1 < words.Count && words[verb + 1].IsAny("have", "provide", "include", "give") ? 1 : 0;
        if (verb < 1 || words[verb].Is("must") || Strange(line, words, 0, verb) is not var (terms, kind, absent))
        {
            return null;
        }

        var items = Items(terms, kind, [.. words.Skip(verb + 1)]);
        return items is null ? null : Reading.Of(Needed(terms, kind, absent, items));
    }

    private static Reading? Listed(RuleLine line)
    {
        var key = line.Fact.Keys.Count > 0 ? Lexer.Read(line.Fact.Keys[^1]) : [];
        var words = line.Whole;
        var open = Phrase.IndexOf(words, 1, "(");
        if (open < 1 || !Phrase.Has([.. words.Skip(open)], "required", "mandatory") || Phrase.Has([.. words.Skip(open)], "not", "if", "when", "unless") || Strange(line, key, 0, key.Count) is not var (terms, kind, absent))
        {
            return null;
        }

        var items = Items(terms, kind, [.. words.Take(open)]);
        return items is null ? null : Reading.Of(Needed(terms, kind, absent, items));
    }

    /// <summary>"guest orders": the entity, the kind, and that the reference to the person is empty.</summary>
    private static (EntityTerms Terms, string Kind, Expr Absent)? Strange(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        for (var at = from; at + 1 < to; at++)
        {
            if (!words[at].IsAny(Strangers) || line.Vocabulary.EntityAt(words, at + 1, out _) is not { } terms)
            {
                continue;
            }

            var kind = words[at].Lower.Replace('-', '_');
            var people = terms.References.Where(link => !link.Required && line.Vocabulary.Of(link.Parent!).Columns.Any(column => column.Type.Kind == DataKind.Email)).ToArray();
            var person = people.FirstOrDefault(link => link.Role == Facts.Language.Naming.EntityKey(link.Parent!)) ?? (people.Length == 1 ? people[0] : null);
            return person is not null && terms.Columns.Any(column => column.Name.StartsWith(kind + "_", StringComparison.Ordinal)) ? (terms, kind, new Not(new IsPresent(person.Ref))) : null;
        }

        return null;
    }

    private static RuleDraft Needed(EntityTerms terms, string kind, Expr absent, List<Expr> items) =>
        new(terms.Name, $"{kind} gives {string.Join(" and ", items.Select(item => string.Join(" or ", item.Refs().Select(reference => reference.Attribute))))}", RuleTrigger.Always, new Holds(new Implies(absent, Logic.All(items))));

    /// <summary>Everything before "and" or a comma is needed, of what "or" joins one.</summary>
    private static List<Expr>? Items(EntityTerms terms, string kind, Token[] words)
    {
        var items = new List<Expr>();
        var choice = new List<Expr>();
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].IsAny("and", ",", "plus", "&") && choice.Count > 0)
            {
                items.Add(choice.Count == 1 ? choice[0] : new Or(choice.ToSeq()));
                choice = [];
            }
            else if (words[at].IsAny(Contacts))
            {
                var ways = terms.Columns.Where(column => column.Name.StartsWith(kind + "_", StringComparison.Ordinal) && column.Type.Kind is DataKind.Email or DataKind.Phone).Select(column => (Expr)new IsPresent(column.Ref)).ToArray();
                choice.AddRange(ways);
                at += at + 1 < words.Length && words[at + 1].IsAny("method", "methods", "info", "information", "details", "detail", "data", "means", "way") ? 1 : 0;
                if (ways.Length == 0)
                {
                    return null;
                }
            }
            else if (words[at].Kind == TokenKind.Word && terms.Exact($"{kind}_{Facts.Language.Naming.Snake(words[at].Text)}") is { IsForeignKey: false } own)
            {
                choice.Add(new IsPresent(own.Ref));
            }
            else if (!words[at].IsAny("a", "an", "the", "either", "or", "at", "least", "one", "of", "their", "required", "valid", ".", "/", "both"))
            {
                return null;
            }
        }

        items.AddRange(choice.Count == 0 ? [] : choice.Count == 1 ? choice : [new Or(choice.ToSeq())]);
        return items.Count == 0 ? null : items;
    }
}
