using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Domain;

namespace Schemawright.Tests.Gold;

/// <summary>A product's documents and the gold written for them.</summary>
internal sealed record ProductInput(string Name, Seq<InputDocument> Documents, GoldProduct Gold)
{
    /// <summary>The examples of this repository.</summary>
    public static IEnumerable<ProductInput> Examples() => All("examples", name => Repository.PathOf("examples", name, "input"));

    /// <summary>Real products, whose documents are not part of this repository, as far as the folder holds them.</summary>
    public static IEnumerable<ProductInput> Real(string folder) => All("inputs", name => Path.Combine(folder, name));

    public ProductScore Score() => ProductScore.Of(Gold, ReadSchema.Compile(Name, Documents).Domain);

    private static IEnumerable<ProductInput> All(string kind, Func<string, string> folderOf) =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "gold", kind), "*.gold").Order(StringComparer.Ordinal)
            .Select(file => (Gold: file, Folder: folderOf(Path.GetFileNameWithoutExtension(file))))
            .Where(product => Directory.Exists(product.Folder))
            .Select(product => new ProductInput(Path.GetFileNameWithoutExtension(product.Gold), DocumentsIn(product.Folder), GoldProductReader.Read(File.ReadAllText(product.Gold))));

    private static Seq<InputDocument> DocumentsIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(file => new InputDocument(Path.GetFileName(file), File.ReadAllText(file))).ToSeq();
}

/// <summary>How well a product was understood.</summary>
/// <param name="RulesHeard">Something was made of the statement, for the right entity.</param>
/// <param name="Rules">And it names every attribute the statement is about.</param>
/// <param name="RulesFounded">The compiler's rules whose statement the gold holds for one, too.</param>
internal sealed record ProductScore(
    Tally Entities, Tally Attributes, Tally Types, Tally Keys, Tally Relationships, Tally Cardinalities, Tally Transitions,
    Tally RulesHeard, Tally Rules, Tally RulesFounded, Seq<string> InventedTables, Seq<string> Details)
{
    public static ProductScore Of(GoldProduct gold, DomainModel read)
    {
        var pairs = new ProductPairs(gold, read);
        var links = new RelationshipScore(pairs);
        var structure = new StructureScore(pairs, links.Junctions);
        var behaviour = new BehaviourScore(pairs);
        var score = new ProductScore(
            structure.Entities(), structure.Attributes(), structure.Types(), structure.Keys(), links.Pairs, links.Cardinalities, behaviour.Transitions(),
            behaviour.RulesHeard(), behaviour.Rules(), behaviour.RulesFounded(), structure.InventedEntities, []);
        return score with { Details = [.. structure.Details, .. links.Details, .. behaviour.Details] };
    }
}
