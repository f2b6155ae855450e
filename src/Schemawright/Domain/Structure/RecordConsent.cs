using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Demands;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Where the documents ask for people's consent and give no record of it: one for each consent given, with its purpose, its wording and
/// its end. What may only be done with consent refers to the consent it rests on.
/// </summary>
internal static class RecordConsent
{
    public const string Key = "consent";
    public const string Purpose = "purpose";
    public const string GivenAt = "given_at";
    public const string WithdrawnAt = "withdrawn_at";
    public const string Wording = "wording_version";

    private const int LongestPurpose = 40;

    private static readonly string[] Needs = ["before", "only with", "only after", "without", "requires", "require", "need", "needs", "needed", "required", "unless"];

    public static void Run(DomainDraft domain)
    {
        var asked = domain.Facts.Privacy.Where(fact => fact.Measure == PrivacyMeasure.Consent).ToList();
        if (asked.Count == 0 || IsKept(domain))
        {
            return;
        }

        var origin = new Origin(asked.Select(fact => fact.Source).Distinct().Order().ToSeq());
        if (Person(domain, asked) is not { } person)
        {
            domain.Findings.Missing(Key, "*", "Whose consent is to be recorded?", [new("nobody's: no table holds the persons", origin.Sources), new("the persons that the answer's documents name", [])], "No consent is recorded.", impact: 3, uncertainty: 3, affects: [Key]);
            return;
        }

        var consent = Made(domain, person, [.. asked.Select(fact => PurposeOf(fact.Subject)).Distinct(StringComparer.Ordinal)], origin);
        Guard(domain, consent, person, asked);
        Ask(domain, consent, origin);
    }

    /// <summary>A thing of that name, or attributes that say when or whether consent was given.</summary>
    private static bool IsKept(DomainDraft domain) =>
        domain.Entities.All.Any(entity => Speaks(entity.Key) || entity.Attributes.Exists(attribute => Speaks(attribute.Name)));

    private static bool Speaks(string name) => name.Split('_').Any(word => word is "consent" or "consents" or "consented" or "opted" or "optin");

    /// <summary>Who is named beside the consent, else who logs in, else the only people that can be written to.</summary>
    private static EntityDraft? Person(DomainDraft domain, List<PrivacyFact> asked)
    {
        var words = new EntityWords(domain, domain.Tenant);
        var people = domain.Entities.All.Where(entity => entity != domain.Tenant && entity.Attributes.Exists(attribute => attribute.Type.Kind == DataKind.Email)).ToList();
        return people.Find(entity => asked.Exists(fact => Named(words, fact.Words).Contains(entity))) ?? (people.Count == 1 ? people[0] : people.Find(entity => entity == domain.User));
    }

    private static List<EntityDraft> Named(EntityWords words, string text) =>
        Naming.Words(text).Select(word => words.Named(word)).OfType<EntityDraft>().Distinct().ToList();

    private static EntityDraft Made(DomainDraft domain, EntityDraft person, Seq<string> purposes, Origin origin)
    {
        var consent = domain.Entities.Create(Key);
        consent.Made.AddRange(origin.Sources);
        consent.Attributes.AddRange(
        [
            new(Purpose, new DataType(DataKind.Enumeration, Values: purposes), true, origin) { Immutable = true, Description = "What the person agreed to." },
            new(GivenAt, DataType.Of(DataKind.Timestamp), true, origin) { Default = new Clock(ClockKind.Now), Immutable = true, Description = "When the person agreed." },
            new(WithdrawnAt, DataType.Of(DataKind.Timestamp), false, origin) { Description = "When the person took it back; empty while it holds." },
            new(Wording, new DataType(DataKind.ShortText, Length: 40), true, origin) { Immutable = true, Description = "The version of the text the person agreed to." },
            new("source", new DataType(DataKind.ShortText, Length: 120), false, origin) { Description = "Where it was given: a form, a letter, a call." },
        ]);
        domain.Links.Add(new LinkDraft(person, consent, person.Key, person.Key + "_id") { Required = true, OnDelete = DeleteRule.Cascade, Identifying = true, Label = "gives", Sources = { origin.Sources[0] } });
        consent.Keys.Add(new([person.Key, Purpose], false, false, new Not(new IsPresent(Ref.To(WithdrawnAt))), origin));
        return consent;
    }

    /// <summary>"No newsletter is sent without consent": the newsletter refers to the consent it rests on.</summary>
    private static void Guard(DomainDraft domain, EntityDraft consent, EntityDraft person, List<PrivacyFact> asked)
    {
        var words = new EntityWords(domain, domain.Tenant);
        foreach (var fact in asked.Where(fact => fact.Words.Says(Needs)))
        {
            foreach (var entity in Named(words, fact.Words).Where(entity => entity != person && entity != consent && domain.LinksOf(entity).Any(link => link.Parent == person) && !domain.LinksOf(entity).Any(link => link.Parent == consent)))
            {
                domain.Links.Add(new LinkDraft(consent, entity, Key, Key + "_id") { Required = true, OnDelete = DeleteRule.Restrict, Label = "allows", Sources = { fact.Source } });
            }
        }
    }

    private static void Ask(DomainDraft domain, EntityDraft consent, Origin origin)
    {
        var values = consent.Find(Purpose)!.Type.Values;
        domain.Findings.Assumption(Key, Purpose, $"Which purposes can people consent to, besides {string.Join(", ", values.Select(value => value.Replace('_', ' ')))}?", [new("no other", origin.Sources), new("the purposes that the answer's documents list", [])], "Only these can be recorded.", affects: [$"{consent.Name}.{Purpose}"]);
    }

    private static string PurposeOf(string subject)
    {
        var purpose = string.Join('_', Naming.Words(subject).TakeWhile(word => word is not ("at" or "in" or "by" or "on" or "via" or "from" or "and" or "any" or "that" or "which" or "as")).SkipWhile(word => word is "the" or "their" or "all" or "every" or "each" or "our" or "your" or "receive" or "receiving" or "be" or "a"));
        return purpose.Length is 0 or > LongestPurpose ? "data_processing" : purpose;
    }
}
