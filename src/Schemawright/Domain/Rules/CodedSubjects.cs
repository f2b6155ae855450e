using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>What rules with codes of one kind speak of: after "BR-TNK-01: A tank …", "BR-TNK-02: The volume …" is that of a tank.</summary>
internal sealed class CodedSubjects
{
    private readonly Dictionary<(string Document, string Place), EntityTerms> _told = [];

    public EntityTerms? Before(RuleFact fact) => fact.Code is null ? null : _told.GetValueOrDefault(Key(fact));

    /// <summary>The entity a coded statement begins with is kept for those below it.</summary>
    public void Remember(RuleLine line)
    {
        var start = Speech.SkipDeterminers(line.Tokens, 0);
        start += start < line.Tokens.Count && line.Tokens[start].IsAny("no", "only") ? 1 : 0;
        if (line.Fact.Code is not null && start < line.Tokens.Count && (SubjectPhrase(line, start) ?? line.Vocabulary.EntityAt(line.Tokens, start, out _)) is { } named)
        {
            _told[Key(line.Fact)] = named;
        }
    }

    private static EntityTerms? SubjectPhrase(RuleLine line, int start) => Clauses.SubjectPhrase.At(line.Vocabulary, line.Tokens, start, line.Tokens.Count)?.Terms;

    /// <summary>The section and the letters of the code.</summary>
    private static (string, string) Key(RuleFact fact) =>
        (fact.Source.Document, $"{string.Join('\u001f', fact.Headings)}\u001f{fact.Code!.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-', '_')}");
}
