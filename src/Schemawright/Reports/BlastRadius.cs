using System.Globalization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Reports;

public enum EffectKind
{
    /// <summary>What is assumed already: nothing changes.</summary>
    AsNow,

    /// <summary>Compiled with this answer; the schema changes as listed.</summary>
    Compiled,

    /// <summary>The number alone decides nothing; the author has to say in words what is asked.</summary>
    NothingFollows,

    /// <summary>Not tried, because the product is large.</summary>
    NotTried,
}

/// <summary>What one answer to a question would do to the schema.</summary>
public sealed record AnswerEffect(EffectKind Kind, SchemaChanges Changes);

/// <summary>An open question with the effect of each of its alternatives.</summary>
public sealed record WeighedQuestion(Clarification Question, Seq<AnswerEffect> Effects);

/// <summary>Finds out what each answer to each open question would change: by compiling with it and comparing the schemas.</summary>
public static class BlastRadius
{
    /// <summary>So much text is compiled for the sake of argument, whatever the product's size.</summary>
    private const int MostCharacters = 1_500_000;

    private const int FewestRuns = 8;
    private const int MostRuns = 40;

    /// <summary>In the order of the questions; the first ones are tried when not all can be.</summary>
    public static Seq<WeighedQuestion> Of(IReadOnlyList<InputDocument> documents, string fallbackName, Compilation compilation)
    {
        var length = Math.Max(1, documents.Sum(document => document.Text.Length));
        var runs = Math.Clamp(MostCharacters / length, FewestRuns, MostRuns);
        var weighed = new List<WeighedQuestion>();
        foreach (var question in compilation.Clarifications)
        {
            var effects = new List<AnswerEffect>();
            for (var index = 0; index < question.Alternatives.Count; index++)
            {
                effects.Add(index == 0 ? new(EffectKind.AsNow, SchemaChanges.None)
                    : runs-- > 0 ? Try(documents, fallbackName, compilation, question, index)
                    : new(EffectKind.NotTried, SchemaChanges.None));
            }

            weighed.Add(new(question, effects.ToSeq()));
        }

        return weighed.ToSeq();
    }

    private static AnswerEffect Try(IReadOnlyList<InputDocument> documents, string fallbackName, Compilation compilation, Clarification question, int index)
    {
        var findings = new Findings();
        findings.Suppose(new(question.Id, (index + 1).ToString(CultureInfo.InvariantCulture), SourceSpan.OfLine("ANSWERS.md", 1, 1)));
        var model = Compiler.Model(documents, fallbackName, findings);
        return findings.IsSettled(question.Id)
            ? new(EffectKind.Compiled, SchemaChanges.Between(compilation.Schema, model.Schema))
            : new(EffectKind.NothingFollows, SchemaChanges.None);
    }
}
