using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts.Language;

namespace Schemawright.Design;

/// <summary>Asks whether what identified a row that is marked as deleted may identify a new one.</summary>
internal sealed class ReusedKeys(Findings findings)
{
    private const string Topic = "reuse after deletion";

    private readonly List<(string Path, Origin Origin)> _reused = [];

    /// <summary>The author answered that the values stay taken: by the number for all keys, or by naming this one.</summary>
    public bool IsRefused(TableDesign table, NaturalKey key)
    {
        var path = $"{table.Name}.{string.Join('+', key.Attributes)}";
        _reused.Add((path, key.Origin));
        return findings.AnswerTo(ClarificationId.From(Topic, "*")) is { } answer && (NamedWords.Has(answer.Text, path) || answer.ChoiceOf([.. Sides().Select(side => side.WithPlace)]) == 1);
    }

    public void Ask()
    {
        if (_reused.Count == 0)
        {
            return;
        }

        var paths = _reused.Select(key => key.Path).Distinct(StringComparer.Ordinal).ToList();
        findings.Assumption(
            Topic, "*", $"May what identified a deleted row identify a new one: {Words.Some([.. paths])}?", Sides(), "It may: uniqueness counts the rows that are not deleted.",
            impact: 2, uncertainty: 2, affects: paths);
        if (paths.Exists(path => NamedWords.Has(findings.AnswerTo(ClarificationId.From(Topic, "*"))?.Text ?? "", path)) || findings.Declined(Topic, "*", Sides().Take(2)))
        {
            findings.Followed(Topic, "*");
        }
    }

    private Side[] Sides() =>
        [new("yes, all of it", _reused.SelectMany(key => key.Origin.Sources).Distinct().Order().Take(1).ToSeq()), new("no, none of it", []), new("all but what the answer names", [])];
}
