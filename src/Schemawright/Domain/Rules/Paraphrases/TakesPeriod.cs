using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"A tour takes 60 to 240 minutes", "an accounting period covers 31 days or fewer": it lasts so long.</summary>
internal sealed class TakesPeriod : IParaphrase
{
    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var verb = Phrase.IndexOf(words, 1, "takes", "take", "covers", "cover", "spans", "span");
        var end = Rewording.End(words);
        if (verb is < 1 or > 5 || verb + 2 >= end || line.Subject is not { } subject)
        {
            return null;
        }

        var figure = Enumerable.Range(verb + 1, end - verb - 1).FirstOrDefault(at => Figures.At(words, at) is not null, -1);
        var start = Speech.SkipDeterminers(words, 0);
        var about = line.Vocabulary.EntityAt(words, start, out var width) is { } named && start + width == verb ? named : words[verb - 1].IsAny("period", "duration", "time", "it") ? subject : null;
        if (figure < 0 || figure > verb + 5 || about is null || Spans.Of(about) is null)
        {
            return null;
        }

        var range = figure + 2 < end && words[figure + 1].Is("to") && Figures.At(words, figure + 2) is not null;
        return line.About(about, [Rewording.Word("a"), Rewording.Word(about.Name), Rewording.Word("lasts"), .. range ? [Rewording.Word("between"), words[figure], Rewording.Word("and"), .. words.Skip(figure + 2).Take(end - figure - 2)] : words.Skip(verb + 1).Take(end - verb - 1)]);
    }
}
