using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Email already registered: …", "duplicate SKUs are rejected", "the code is already taken": a value that may not come twice.</summary>
internal sealed class RefusesDuplicates : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Label.Count > 0 && Phrase.Has(line.Label, "already", "duplicate") ? line.Label : line.Tokens;
        return words.Count > 24 ? null : Taken(line, words) ?? Duplicate(line, words);
    }

    /// <summary>The attribute right before "(is) already used", or after "an already used".</summary>
    private static Reading? Taken(RuleLine line, IReadOnlyList<Token> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var joined = words[at].IsAny("already-used", "already-registered", "already-taken", "already-existing");
            if (!joined && !(words[at].Is("already") && at + 1 < words.Count && words[at + 1].IsAny("registered", "used", "taken", "exists", "exist", "in", "assigned")))
            {
                continue;
            }

            var before = at > 0 && words[at - 1].IsAny("is", "are") ? at - 1 : at;
            for (var start = Math.Max(0, before - 4); start < before; start++)
            {
                if (line.Speech.At(words, start) is { IsOwn: true, Column: { IsText: true, IsForeignKey: false } column } named && named.End == before)
                {
                    return Key(column);
                }
            }

            var next = joined ? at + 1 : at + 2;
            return next < words.Count && line.Speech.At(words, next) is { IsOwn: true, Column: { IsText: true, IsForeignKey: false } after } ? Key(after) : null;
        }

        return null;
    }

    /// <summary>"Duplicate e-mail addresses are rejected", "duplicate SKUs not allowed".</summary>
    private static Reading? Duplicate(RuleLine line, IReadOnlyList<Token> words)
    {
        var at = Phrase.IndexOf(words, 0, "duplicate", "duplicated", "duplicates");
        var prevented = at > 0 && words[at - 1].IsAny("prevent", "prevents", "no", "avoid", "avoids", "reject", "rejects", "forbid", "forbids", "disallow", "disallows", "refuse", "refuses");
        if (at < 0 || (at > 2 && !prevented) || at + 1 >= words.Count || line.Label.Count == 0 && !Phrase.Has(words, "rejected", "reject", "refused", "not", "cannot", "no", "prevent", "prevents", "error", "forbidden", "forbid", "avoid", "disallow")
            || line.Speech.At(words, words[at].Is("duplicates") && words[at + 1].IsAny("of", "in") ? at + 2 : at + 1) is not { IsOwn: true, Column: { IsText: true, IsForeignKey: false } column } named)
        {
            return null;
        }

        return named.End < words.Count && Phrase.Has([.. words.Skip(named.End)], "within", "per", "same", "and") ? Within(line, words, named) : Key(column);
    }

    /// <summary>"… per club", "within a club": among the rows of one parent.</summary>
    private static Reading? Within(RuleLine line, IReadOnlyList<Token> words, Operand named)
    {
        var at = named.End;
        at += at < words.Count && words[at].IsAny("within", "per", "in", "for") ? 1 : words.Count;
        while (at < words.Count && words[at].IsAny("the", "same", "a", "an", "each", "one", "every"))
        {
            at++;
        }

        var terms = line.Vocabulary.Of(named.Entity);
        return at < words.Count && new Speech(line.Vocabulary, terms).ReferenceAt(words, at, out var width) is { } parent && (at + width == words.Count || words[at + width].Kind == TokenKind.Mark)
            ? new() { Keys = [new KeyDraft(named.Entity, [parent.Role!, named.Column.Name], named.Column.Type.Kind == Terms.DataKind.Email)] } : null;
    }

    private static Reading? Key(Column column) => column.Type.Kind == Terms.DataKind.Enumeration || column.Words[^1] is "status" or "type" or "notes" or "note" or "description" ? null
        : new() { Keys = [new KeyDraft(column.Entity, [column.Name], column.Type.Kind == Terms.DataKind.Email)] };
}
