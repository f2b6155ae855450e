using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts;

/// <summary>Everything the documents say, as read, before anything is merged or decided. Null means: not said.</summary>
public sealed record FactBase
{
    public required Corpus Corpus { get; init; }
    public Seq<EntityFact> Entities { get; init; }
    public Seq<AttributeFact> Attributes { get; init; }
    public Seq<KeyFact> Keys { get; init; }
    public Seq<SynonymFact> Synonyms { get; init; }
    public Seq<RelationshipFact> Relationships { get; init; }
    public Seq<StateMachineFact> StateMachines { get; init; }
    public Seq<RuleFact> Rules { get; init; }

    /// <summary>Lines that no reader took for rules, to be rules where their words make one of the model's things.</summary>
    public Seq<SurmiseFact> Surmises { get; init; }

    public Seq<RoleFact> Roles { get; init; }
    public Seq<AccessFact> Access { get; init; }
    public Seq<RetentionFact> Retention { get; init; }
    public Seq<ScaleFact> Scale { get; init; }

    /// <summary>How unevenly rows and reads are said to be spread.</summary>
    public Seq<SpreadFact> Spreads { get; init; }

    public Seq<TechnologyFact> Technologies { get; init; }

    /// <summary>The time zone in which the whole product counts its days.</summary>
    public Seq<ZoneFact> Zones { get; init; }

    public Seq<QueryFact> Queries { get; init; }
    public Seq<ReportFact> Reports { get; init; }
    public Seq<UploadFact> Uploads { get; init; }
    public Seq<HoldFact> Holds { get; init; }
    public Seq<RecoveryFact> Recovery { get; init; }
    public Seq<PrivacyFact> Privacy { get; init; }
    public Seq<AuditFact> Audit { get; init; }
    public Seq<TenancyFact> Tenancy { get; init; }

    /// <summary>The class of every statement of the corpus, one each, in corpus order.</summary>
    public Seq<ClassifiedStatement> Statements { get; init; }
}

/// <summary>Anything a document states, with its place and its words.</summary>
public abstract record Fact(SourceSpan Source, string Words);
