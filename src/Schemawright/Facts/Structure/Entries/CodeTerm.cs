using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Entries;

/// <summary>A name in code within a text, with the brackets behind it.</summary>
/// <param name="Remark">The brackets with what they hold; empty when there are none.</param>
/// <param name="Optional">The name carries a question mark.</param>
/// <param name="Start">Where the code begins.</param>
/// <param name="End">Where the name and its brackets end.</param>
internal sealed record CodeTerm(string Name, string Remark, bool Optional, int Start, int End)
{
    private static readonly string[] Joints = ["", ",", "and", ", and", "or", "/", "&"];

    private static readonly string[] Shared = ["both ", "all ", "each ", "all three "];

    public static List<CodeTerm> In(string text)
    {
        var terms = new List<CodeTerm>();
        for (var open = text.IndexOf('`', StringComparison.Ordinal); open >= 0;)
        {
            var close = text.IndexOf('`', open + 1);
            if (close < 0)
            {
                break;
            }

            var end = close + 1;
            var bracket = text.AsSpan(end).TrimStart(' ') is ['(', ..] ? text.IndexOf('(', end) : -1;
            var closing = bracket < 0 ? -1 : TextScan.Closing(text, bracket);
            if (AttributeLine.Parse(text[(open + 1)..close]) is { IsIdentifier: true, Type.Length: 0 } name)
            {
                terms.Add(new(name.Name, closing < 0 ? "" : text[bracket..(closing + 1)], name.Optional, open, closing < 0 ? end : closing + 1));
            }

            open = text.IndexOf('`', Math.Max(end, closing + 1));
        }

        return terms;
    }

    /// <summary>The terms with nothing but a comma or an "and" between them; a type in brackets behind "a and b", or a remark on both, goes for each.</summary>
    public static List<List<CodeTerm>> Runs(string text)
    {
        var runs = new List<List<CodeTerm>>();
        foreach (var term in In(text))
        {
            var joint = runs.Count == 0 ? null : text[runs[^1][^1].End..term.Start].Trim();
            if (joint is not null && Array.Exists(Joints, known => string.Equals(known, joint, StringComparison.OrdinalIgnoreCase)))
            {
                Share(runs[^1], joint, term);
            }
            else
            {
                runs.Add([Alone(term)]);
            }
        }

        return runs;
    }

    private static void Share(List<CodeTerm> run, string joint, CodeTerm term)
    {
        var own = Alone(term);
        var all = !string.Equals(own.Remark, term.Remark, StringComparison.Ordinal);
        if (run[^1].Remark.Length == 0 && own.Remark.Length > 0 && (all || (joint.EndsWith("and", StringComparison.OrdinalIgnoreCase) && !own.Remark.Contains(',', StringComparison.Ordinal))))
        {
            run[^1] = run[^1] with { Remark = own.Remark };
        }

        run.Add(own);
    }

    /// <summary>"(both optional)" says "(optional)" of each.</summary>
    private static CodeTerm Alone(CodeTerm term) =>
        Array.Find(Shared, word => term.Remark.StartsWith("(" + word, StringComparison.OrdinalIgnoreCase)) is { } shared ? term with { Remark = $"({term.Remark[(shared.Length + 1)..]}" } : term;
}
