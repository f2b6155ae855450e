using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Structure;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>What holds for records the model adds where the documents demand them: a consent is never rewritten, ends once, and serves one person.</summary>
internal static class RecordRules
{
    public static IEnumerable<Rule> Of(DomainModel domain) => Consents(domain).Concat(domain.Entities.Where(entity => entity.Find(RecordFiles.ObjectKey) is not null && entity.Find(RecordFiles.Checksum) is not null && entity.Find(RecordFiles.Size) is not null).SelectMany(OfFile));

    private static IEnumerable<Rule> Consents(DomainModel domain) =>
        domain.Find(Naming(RecordConsent.Key)) is { } consent && consent.Find(RecordConsent.Wording) is { } wording && consent.Find(RecordConsent.WithdrawnAt) is not null ? OfConsent(domain, consent, wording.Origin) : [];

    private static IEnumerable<Rule> OfConsent(DomainModel domain, Entity consent, Origin origin)
    {
        var person = domain.ParentsOf(consent.Name).First(link => link.Identifying);
        Rule Made(string entity, string name, RuleTrigger trigger, Demand demand, string words) => new($"{entity}.{name}", name, entity, trigger, demand, words, origin);

        var withdrawn = new IsPresent(Ref.To(RecordConsent.WithdrawnAt));
        yield return Made(consent.Name, "withdrawn_after_given", RuleTrigger.Always, new Holds(new Compare(CompareOp.GreaterOrEqual, Ref.To(RecordConsent.WithdrawnAt), Ref.To(RecordConsent.GivenAt))), "A consent is withdrawn after it was given.");
        yield return Made(consent.Name, "given_as_it_was", RuleTrigger.Always, new Unchangeable([person.Role, RecordConsent.Purpose, RecordConsent.GivenAt, RecordConsent.Wording], null), "What was agreed to, by whom and when is evidence and does not change.");
        yield return Made(consent.Name, "withdrawn_for_good", RuleTrigger.Always, new Unchangeable([RecordConsent.WithdrawnAt], withdrawn), "A withdrawn consent is not taken up again; a new one is given.");
        foreach (var link in domain.Relationships.Where(link => link.Parent == consent.Name && link.Role == RecordConsent.Key))
        {
            yield return Made(link.Child, "consent_holds", RuleTrigger.OnInsert, new Holds(new Not(new IsPresent(new Ref([link.Role, RecordConsent.WithdrawnAt])))), $"The consent that a {link.Child} rests on has not been withdrawn.") with { Origin = link.Origin };
            if (domain.ParentsOf(link.Child).FirstOrDefault(other => other.Parent == person.Parent) is { } own)
            {
                yield return Made(link.Child, "consent_of_the_same_person", new(TriggerKind.OnChange, [link.Role, own.Role]), new Holds(new Compare(CompareOp.Equal, new Ref([link.Role, person.Role]), Ref.To(own.Role))), $"The consent that a {link.Child} rests on is the same person's.") with { Origin = link.Origin };
            }
        }
    }

    private static IEnumerable<Rule> OfFile(Entity file)
    {
        var origin = file.Find(RecordFiles.ObjectKey)!.Origin;
        Rule Made(string name, RuleTrigger trigger, Demand demand, string words) => new($"{file.Name}.{name}", name, file.Name, trigger, demand, words, origin);

        yield return Made("size_above_nothing", RuleTrigger.Always, new Holds(new Compare(CompareOp.Greater, Ref.To(RecordFiles.Size), Literal.Number(0))), "A file is not empty.");
        yield return Made("sha256_is_one", RuleTrigger.Always, new Holds(new Matches(Ref.To(RecordFiles.Checksum), "^[0-9a-f]{64}$")), "A SHA-256 has 64 hexadecimal digits.");
        yield return Made("content_type_has_form", RuleTrigger.Always, new Holds(new Matches(Ref.To("content_type"), "^[a-z]+/[a-z0-9.+-]+$")), "A content type has the form type/subtype.");
        yield return Made("stored_with_checksum", RuleTrigger.Always, new Holds(new Implies(new Compare(CompareOp.Equal, Ref.To(RecordFiles.Status), Literal.String(RecordFiles.Stored)), new IsPresent(Ref.To(RecordFiles.Checksum)))), "A stored file has a checksum, so that it can be shown to be unchanged.");
        yield return Made("stays_in_its_place", RuleTrigger.Always, new Unchangeable(["bucket", RecordFiles.ObjectKey], null), "A file's place never changes; another version is another file.");
    }

    private static string Naming(string key) => Facts.Language.Naming.Pascal(key);
}
