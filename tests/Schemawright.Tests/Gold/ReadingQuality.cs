using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

internal sealed record ScoredText(ProseText Text, SchemaScore Score);

internal sealed record ScoredProduct(string Name, ProductScore Score);

/// <summary>Everything measured in one run.</summary>
internal sealed record ReadingQuality(Seq<ScoredText> Texts, Seq<ScoredProduct> Examples, Seq<ScoredProduct> Real)
{
    public const string InputsVariable = "SCHEMAWRIGHT_GOLD_INPUTS";

    public static readonly Seq<string> Parts = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"];

    private static readonly Lazy<ReadingQuality> Once = new(Measure);

    public static ReadingQuality Today => Once.Value;

    public IEnumerable<ScoredText> Of(string part) => Texts.Where(scored => scored.Text.Part == part);

    /// <summary>Each figure by its name, in per cent: what the floors and the first measurement are written in.</summary>
    public Dictionary<string, double> Figures()
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in Parts.Where(part => Of(part).Any()))
        {
            foreach (var measure in TextMeasure.All)
            {
                figures[$"{part} {measure.Name}"] = measure.Micro(Of(part)).F1 * 100;
            }
        }

        foreach (var (product, measure) in Examples.Concat(Real).SelectMany(product => ProductMeasure.All.Select(measure => (product, measure))))
        {
            figures[$"{product.Name} {measure.Name}"] = measure.Of(product.Score).F1 * 100;
        }

        return figures;
    }

    private static ReadingQuality Measure()
    {
        var folder = Environment.GetEnvironmentVariable(InputsVariable);
        return new(
            Parts.SelectMany(ProseText.All).Select(text => new ScoredText(text, text.Score())).ToSeq(),
            ProductInput.Examples().Select(product => new ScoredProduct(product.Name, product.Score())).ToSeq(),
            string.IsNullOrEmpty(folder) ? [] : ProductInput.Real(folder).Select(product => new ScoredProduct(product.Name, product.Score())).ToSeq());
    }
}

/// <summary>One thing counted in short texts.</summary>
internal sealed record TextMeasure(string Name, Func<SchemaScore, Tally> Of)
{
    public static readonly Seq<TextMeasure> All =
    [
        new("tables", score => score.Tables), new("attributes", score => score.Columns), new("references", score => score.Edges), new("key attributes", score => score.Unique),
    ];

    public Tally Micro(IEnumerable<ScoredText> texts) => texts.Aggregate(default(Tally), (sum, scored) => sum + Of(scored.Score));

    public double MeanF1(IEnumerable<ScoredText> texts) => texts.Select(scored => Of(scored.Score).F1).DefaultIfEmpty(1).Average();
}

/// <summary>One thing counted in a product's documents.</summary>
/// <param name="Share">It is a share of what was found or made, without a precision of its own.</param>
internal sealed record ProductMeasure(string Name, Func<ProductScore, Tally> Of, bool Share = false)
{
    public static readonly Seq<ProductMeasure> All =
    [
        new("entities", score => score.Entities), new("attributes", score => score.Attributes), new("types of the attributes found", score => score.Types, true),
        new("keys", score => score.Keys), new("relationships", score => score.Relationships), new("cardinalities of those found", score => score.Cardinalities, true),
        new("transitions", score => score.Transitions), new("statements with a rule of their entity", score => score.RulesHeard, true),
        new("statements with a rule of all their attributes", score => score.Rules, true), new("rules made from a statement that is one", score => score.RulesFounded, true),
    ];
}
