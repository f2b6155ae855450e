using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts;

/// <summary>Where readers put what they read.</summary>
internal sealed class FactCollector(Corpus corpus)
{
    private readonly List<Fact> _facts = [];
    private readonly List<SynonymFact> _synonyms = [];
    private readonly List<SurmiseFact> _surmises = [];
    private readonly List<SpreadFact> _spreads = [];
    private readonly HashSet<SourceSpan> _claimed = [];
    private readonly HashSet<(string Document, int Line)> _lines = [];
    // By reference: the parts of one tagged file share its name.
    private readonly Dictionary<ProductDocument, IReadOnlyList<OutlineLine>> _outlines = new(ReferenceEqualityComparer.Instance);
    private readonly List<(SourceSpan Span, StatementClass Class, string Reason)> _classes = [];

    public Corpus Corpus { get; } = corpus;

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>The classes readers gave to what they read, later ones first when spans overlap.</summary>
    public IReadOnlyList<(SourceSpan Span, StatementClass Class, string Reason)> Classes => _classes;

    public void Add(Fact fact) => _facts.Add(fact);

    /// <summary>Another name leaves the class of its statement alone: the sentence may say more.</summary>
    public void Add(SynonymFact synonym) => _synonyms.Add(synonym);

    /// <summary>What may be a rule leaves the class of its statement alone.</summary>
    public void Add(SurmiseFact surmise) => _surmises.Add(surmise);

    /// <summary>How rows are spread leaves the class of its statement alone, except among the figures to plan for.</summary>
    public void Add(SpreadFact spread)
    {
        _spreads.Add(spread);
        if (spread.Planned)
        {
            Classify(spread.Source, StatementClass.Scale, "says how rows are spread");
        }
    }

    /// <summary>Says that a block is read completely by one reader, so that vaguer readers leave it alone.</summary>
    public void Claim(Block block) => _claimed.Add(block.Span);

    public bool IsClaimed(Block block) => _claimed.Contains(block.Span);

    /// <summary>The same of the lines of a bullet or sentence within a block.</summary>
    public void Claim(SourceSpan lines) => _lines.UnionWith(Enumerable.Range(lines.Line, lines.EndLine - lines.Line + 1).Select(line => (lines.Document, line)));

    public bool IsClaimed(SourceSpan line) => _lines.Contains((line.Document, line.Line));

    /// <summary>The document's lines with the labels they hang under, without the blocks claimed when it is first asked for.</summary>
    public IReadOnlyList<OutlineLine> OutlineOf(ProductDocument document)
    {
        if (!_outlines.TryGetValue(document, out var outline))
        {
            outline = DocumentOutline.Of(document, IsClaimed);
            _outlines.Add(document, outline);
        }

        return outline;
    }

    /// <summary>Gives the statements within the span a class and the reason for it.</summary>
    public void Classify(SourceSpan span, StatementClass @class, string reason) => _classes.Add((span, @class, reason));

    public FactBase ToFactBase() => new()
    {
        Corpus = Corpus,
        Entities = Of<EntityFact>(),
        Attributes = Of<AttributeFact>(),
        Keys = Of<KeyFact>(),
        Synonyms = _synonyms.ToSeq(),
        Relationships = Of<RelationshipFact>(),
        StateMachines = Of<StateMachineFact>(),
        Rules = Of<RuleFact>(),
        Surmises = _surmises.ToSeq(),
        Roles = Of<RoleFact>(),
        Access = Of<AccessFact>(),
        Retention = Of<RetentionFact>(),
        Scale = Of<ScaleFact>(),
        Spreads = _spreads.ToSeq(),
        Technologies = Of<TechnologyFact>(),
        Zones = Of<ZoneFact>(),
        Queries = Of<QueryFact>(),
        Reports = Of<ReportFact>(),
        Uploads = Of<UploadFact>(),
        Holds = Of<HoldFact>(),
        Recovery = Of<RecoveryFact>(),
        Privacy = Of<PrivacyFact>(),
        Audit = Of<AuditFact>(),
        Tenancy = Of<TenancyFact>(),
    };

    private Seq<T> Of<T>()
        where T : Fact => _facts.OfType<T>().ToSeq();
}
