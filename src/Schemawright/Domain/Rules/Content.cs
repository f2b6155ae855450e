using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// The attributes that are what a row says, as against how far it has come: those may still change when "the order may no
/// longer be edited".
/// </summary>
internal static class Content
{
    private static readonly string[] Progress = ["status", "state", "version", "updated", "deleted", "archived", "last", "metadata", "notes", "synced", "external"];

    /// <summary>The attributes of these that are what a row says.</summary>
    public static Seq<string> Of(EntityTerms terms, IEnumerable<Column> columns) => columns.Where(column => IsContent(terms, column)).Select(column => column.Name).ToSeq();

    /// <param name="whole">Nothing at all may change: the whole row, said by an empty list.</param>
    public static Seq<string> Of(EntityTerms terms, Speech speech, IReadOnlyList<Token> words, bool whole)
    {
        var named = Named(terms, speech, words);
        return named.Count > 0 ? named : whole ? [] : terms.Columns.Where(column => IsContent(terms, column)).Select(column => column.Name).ToSeq();
    }

    private static Seq<string> Named(EntityTerms terms, Speech speech, IReadOnlyList<Token> words)
    {
        var start = Speech.SkipDeterminers(words, 0);
        return start < words.Count && speech.At(words, start) is { IsOwn: true, Column.IsForeignKey: false } operand && operand.Entity == terms.Name && operand.Column != terms.State
            ? [operand.Column.Name]
            : [];
    }

    /// <summary>Who did a later step, when, and what was remarked on it.</summary>
    private static bool IsLater(Column column) =>
        column.IsForeignKey && column.Words.Count > 1 && column.Words[1] is "by" or "out" or "back" || column.Words[^1] is "reason" or "comment" or "comments" or "note" or "remark" or "remarks" or "outcome" or "result"
        || column.IsDate && column.Words[0].EndsWith("ed", StringComparison.Ordinal) || column.IsDate && column.Words[^1] is "on";

    /// <summary>From when to when the thing lasts is what its row says; when it was done is how far it has come.</summary>
    private static bool IsPlanned(EntityTerms terms, Column column) =>
        !column.Words[0].EndsWith("ed", StringComparison.Ordinal) && Clauses.Spans.Of(terms) is var (start, end) && (column == start || column == end);

    private static bool IsContent(EntityTerms terms, Column column)
    {
        if (column == terms.State || Progress.Contains(column.Words[0], StringComparer.Ordinal) || column.Words[^1] is "status" or "state" || column.IsMoment && !IsPlanned(terms, column) || column.Type.Kind is DataKind.Json or DataKind.Boolean)
        {
            return false;
        }

        var steps = terms.Machine is null ? terms.State?.Type.Values ?? [] : terms.Machine.States.Select(state => state.Name).Concat(terms.Machine.Transitions.Select(step => step.Trigger ?? ""));
        var stems = steps.SelectMany(Naming.Words).Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
        return (column.Required || IsPlanned(terms, column) || !IsLater(column)) && !column.Words.Any(word => stems.Contains(Stems.Of(word)));
    }
}
