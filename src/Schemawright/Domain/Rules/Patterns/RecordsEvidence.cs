using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Store carrier reference", "record ip address", "document uploaded", "customer assigned": the attribute that keeps it is
/// filled.
/// </summary>
internal sealed class RecordsEvidence : IRulePattern
{
    private static readonly string[] Verbs = ["store", "record", "log", "save", "capture", "keep", "retain", "register"];
    private static readonly string[] Fillers = ["the", "a", "an", "their", "its", "valid", "of", "full", "original", "final", "reference", "to"];

    public Reading? Read(RuleLine line) => Stored(line) ?? Done(line);

    private static Reading? Stored(RuleLine line)
    {
        var words = line.Tokens;
        if (words.Count is < 2 or > 7 || !words[0].IsAny(Verbs) || Phrase.Has(words, "all", "any", "every", "if", "attempts", "changes", "communication"))
        {
            return null;
        }

        if (words.Count <= 3 && words[^1].IsAny("timestamp", "time", "date", "moment") && Owners(line).FirstOrDefault() is { } owner && owner.Columns.Where(column => column.IsMoment).ToArray() is [var only])
        {
            return Rule(line, (owner, only));
        }

        return Evidence(line, words, 1, SourceOf(words), false) is { } found ? Rule(line, found) : null;
    }

    /// <summary>"from the carrier" says where it comes from, not what it is.</summary>
    private static int SourceOf(IReadOnlyList<Token> words) => Phrase.IndexOf(words, 2, "from", "by", "via", "for", "in") is > 0 and var at ? at : words.Count;

    /// <summary>"Document uploaded to the archive", "valid signature received".</summary>
    private static Reading? Done(RuleLine line)
    {
        var words = line.Tokens;
        for (var at = 1; at < Math.Min(words.Count, 6); at++)
        {
            if (words[at].IsAny("uploaded", "received", "assigned", "attached", "provided", "captured", "recorded", "filled", "selected", "linked") && line.Moment is not null
                && Evidence(line, words, 0, at, true) is { } found)
            {
                return Rule(line, found);
            }
        }

        return null;
    }

    private static Reading Rule(RuleLine line, (EntityTerms Terms, Column Column) found)
    {
        Expr given = new IsPresent(found.Column.Ref);
        if (line.Moment is null || line.Subject != found.Terms)
        {
            // What the parent keeps of its part is there once the part is: when the action is done.
            if (line.Moment is null && line.Vocabulary.EntitiesIn(line.Title).FirstOrDefault() is { } part && part != found.Terms && part.References.Any(link => link.Parent == found.Terms.Name))
            {
                return Done(found, part) ?? Reading.Unclear($"{found.Terms.Name}.{found.Column.Name} keeps it, but from which moment on it must be there is not said");
            }

            return Reading.Of(new RuleDraft(found.Terms.Name, $"{found.Column.Name} given", RuleTrigger.Always, new Holds(given)));
        }

        var states = line.Moment.States;
        return Reading.Of(Moments.InState(found.Terms, states, given, $"{found.Column.Name} given when {states[0]}"));
    }

    private static Reading? Done((EntityTerms Terms, Column Column) found, EntityTerms part)
    {
        var action = Facts.Language.Naming.Words(part.Name)[^1];
        return Moments.DoneAt(found.Terms, action) is not { } done ? null
            : Reading.Of(new RuleDraft(found.Terms.Name, $"{found.Column.Name} given when {done.Words[0]}", RuleTrigger.Always, new Holds(new Implies(new IsPresent(done.Ref), new IsPresent(found.Column.Ref)))));
    }

    /// <summary>The attribute of the subject, or of a part of it the title names, that the words from here to there name.</summary>
    private static (EntityTerms Terms, Column Column)? Evidence(RuleLine line, IReadOnlyList<Token> words, int from, int to, bool references)
    {
        while (from < to && words[from].IsAny(Fillers))
        {
            from++;
        }

        foreach (var terms in Owners(line).Where(terms => terms.Entity.Kind != EntityKind.AuditTrail))
        {
            for (var at = from; at < to; at++)
            {
                for (var length = Math.Min(4, to - at); length > 0; length--)
                {
                    if (Phrase.Key(words, at, length) is { } key && Find(terms, key, references) is { } column)
                    {
                        return (terms, column);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>"e-signature" is kept where the signature is.</summary>
    private static Column? Find(EntityTerms terms, string key, bool references) =>
        (terms.Evidence(key) ?? (key.StartsWith("e_", StringComparison.Ordinal) ? terms.Evidence(key[2..]) : null)) is { } column && !column.IsForeignKey ? column
        : references ? terms.Reference(key) : null;

    /// <summary>The entity the title names first: a part such as a signature has its own record of what is kept.</summary>
    private static IEnumerable<EntityTerms> Owners(RuleLine line)
    {
        var own = (line.Moment is null ? line.Vocabulary.EntitiesIn(line.Title) : []).Concat(line.Subject is null ? [] : [line.Subject]).Distinct().ToArray();
        var parents = own.SelectMany(terms => terms.References.Where(link => link.Required && link.Parent != terms.Name)).Select(link => line.Vocabulary.Of(link.Parent!));
        return line.Moment is null ? own.Concat(parents).Distinct() : own;
    }
}
