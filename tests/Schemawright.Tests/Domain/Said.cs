using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Tests.Domain;

/// <summary>Puts facts together by hand, each on a line of its own, and builds the domain of them.</summary>
internal sealed class Said
{
    private readonly List<Fact> _facts = [];
    private int _line;

    public Findings Findings { get; } = new();

    public static AttributeFact Attribute(string path, DataKind kind = DataKind.Unknown, FactForm form = FactForm.EntityBlock, DocumentKind document = DocumentKind.ProductRequirements, params string[] values) =>
        new(path.Split('.')[0], path.Split('.')[1], form, document, null!, path)
        {
            TypeText = kind.ToString(),
            Type = kind == DataKind.Unknown ? null : new DataType(kind, Values: values.ToSeq()),
        };

    public static AttributeFact Sql(string path, DataKind kind = DataKind.ShortText, bool? required = null, string? references = null, params string[] values) =>
        Attribute(path, kind, FactForm.Sql, DocumentKind.TechnicalSpec, values) with { Required = required, References = references };

    public Said Table(string name, params AttributeFact[] columns) => Entity(name, FactForm.Sql, DocumentKind.TechnicalSpec, columns);

    public Said Block(string name, params AttributeFact[] attributes) => Entity(name, FactForm.EntityBlock, DocumentKind.ProductRequirements, attributes);

    public Said Box(string name, params AttributeFact[] attributes) => Entity(name, FactForm.Box, DocumentKind.BusinessRules, attributes);

    public Said Entity(string name, FactForm form, DocumentKind document, AttributeFact[] attributes, bool weak = false)
    {
        Add(document, span => new EntityFact(name, null, form, document, span, name, weak));
        foreach (var attribute in attributes)
        {
            Add(document, span => attribute with { Entity = name, Form = form, Document = document, Source = span });
        }

        return this;
    }

    public Said Line(string from, string cardinalities, string to, FactForm form = FactForm.Diagram, DocumentKind document = DocumentKind.ProductRequirements, string? label = null, string? role = null)
    {
        var sides = cardinalities.Split(':');
        return Add(document, span => new RelationshipFact(from, to, Side(sides[0]), Side(sides[1]), label, role, null, form, document, span, $"{from} {cardinalities} {to}"));
    }

    /// <param name="steps"><c>draft&gt;sent</c>; a step without an arrow is a state alone.</param>
    public Said Machine(string? entity, params string[] steps) => Add(DocumentKind.BusinessRules, span =>
    {
        var states = steps.SelectMany(step => step.Split('>')).Where(name => name != "[*]").Distinct(StringComparer.Ordinal).Select(name => new StateFact(name, null, true, null, null, [], null, [], span)).ToSeq();
        var transitions = steps.Where(step => step.Contains('>')).Select(step => new TransitionFact(step.Split('>')[0], step.Split('>')[1], null, [], [], span)).ToSeq();
        return new StateMachineFact(entity, null, states, transitions, [], FactForm.Diagram, DocumentKind.BusinessRules, span, "states");
    });

    public Said Rule(string text) => Add(DocumentKind.BusinessRules, span => new RuleFact(null, null, ["Rules"], [], null, text, null, FactForm.Sentence, DocumentKind.BusinessRules, span, text));

    public Said Fact(DocumentKind document, Func<SourceSpan, Fact> make) => Add(document, make);

    public DomainModel Build()
    {
        var documents = new[] { DocumentKind.ProductRequirements, DocumentKind.TechnicalSpec, DocumentKind.BusinessRules, DocumentKind.ScaleRequirements }
            .Select(kind => new ProductDocument($"{kind}.md", kind, $"{kind}", [], [], [])).ToSeq();
        return DomainBuilder.Build(
            new FactBase
            {
                Corpus = new("Test", Origin.Decided("test"), documents),
                Entities = Of<EntityFact>(),
                Attributes = Of<AttributeFact>(),
                Keys = Of<KeyFact>(),
                Synonyms = Of<SynonymFact>(),
                Relationships = Of<RelationshipFact>(),
                StateMachines = Of<StateMachineFact>(),
                Rules = Of<RuleFact>(),
                Roles = Of<RoleFact>(),
                Access = Of<AccessFact>(),
                Retention = Of<RetentionFact>(),
                Scale = Of<ScaleFact>(),
                Spreads = Of<SpreadFact>(),
                Queries = Of<QueryFact>(),
                Reports = Of<ReportFact>(),
                Uploads = Of<UploadFact>(),
                Holds = Of<HoldFact>(),
                Recovery = Of<RecoveryFact>(),
                Privacy = Of<PrivacyFact>(),
                Tenancy = Of<TenancyFact>(),
            },
            Findings);
    }

    public IEnumerable<Clarification> Asked(ClarificationReason reason) => Findings.Clarifications.Where(question => question.Reason == reason);

    private static Cardinality? Side(string text) => text switch
    {
        "1" => Cardinality.ExactlyOne,
        "0..1" => Cardinality.ZeroOrOne,
        "N" => Cardinality.ZeroOrMore,
        "1..N" => Cardinality.OneOrMore,
        _ => null,
    };

    private Said Add(DocumentKind document, Func<SourceSpan, Fact> make)
    {
        _facts.Add(make(new SourceSpan($"{document}.md", ++_line, 1, _line, 10)));
        return this;
    }

    private Seq<T> Of<T>()
        where T : Fact => _facts.OfType<T>().ToSeq();
}
