using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Decides which attributes must be filled, from what places state and from what they leave unsaid.</summary>
internal sealed class MergeNeeds(DomainDraft domain)
{
    private const int FewestMarked = 2;

    private static readonly Side[] UnlessMarked = [new("yes, whatever is not marked as optional is required", []), new("no, only what identifies them is", [])];

    private static readonly string[] Identifying = ["name", "title", "email", "full_name", "label", "subject", "code", "number", "username"];

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "status", "state", "type", "kind", "role" };

    private readonly Dictionary<(string Entity, string Document, FactForm Form), (bool Required, bool Optional)> _marks = Marks(domain);
    private readonly HashSet<(string Document, FactForm Form)> _conventions = Conventions(domain);
    private readonly HashSet<string> _byConvention = new(StringComparer.Ordinal);
    private readonly List<string> _assumed = [];
    private readonly List<EntityDraft> _unsaid = [];

    /// <summary>Null when nothing says it.</summary>
    public bool? Of(EntityDraft entity, AttributeGroup group, string name)
    {
        var stated = group.Facts.Select(fact => (Fact: fact, Need: Need(fact))).Where(entry => entry.Need is not null).ToList();
        var needed = stated.Find(entry => entry.Need == true).Fact;
        var optional = stated.Find(entry => entry.Need == false).Fact;
        if (needed is not null && optional is not null)
        {
            var required = stated[0].Need == true;
            Side[] sides = required ? [new("required", [needed.Source]), new("may be empty", [optional.Source])] : [new("may be empty", [optional.Source]), new("required", [needed.Source])];
            var declined = domain.Findings.Declined("required", $"{entity.Name}.{name}", sides);
            domain.Findings.Contradiction(
                "required", $"{entity.Name}.{name}", $"Must every {entity.Name} have {Words.Value(name)}, or may it be left empty?",
                sides, $"{entity.Name}.{name} {(required ? "is required" : "may be empty")}{Precedence.Because(required ? needed : optional, required ? optional : needed)}.", impact: 2, uncertainty: 2);
            return required != declined;
        }

        return stated.Count > 0 ? stated[0].Need : BySiblings(entity, group);
    }

    /// <summary>When no place says anything of any attribute's presence, what names a thing and says its kind or state is required.</summary>
    public void RequireIdentifying(EntityDraft entity)
    {
        if (entity.Attributes.Exists(attribute => attribute.Required) || entity.Stated.Exists(fact => Need(fact) is not null && fact.PrimaryKey != true))
        {
            return;
        }

        _unsaid.Add(entity);
        var named = Identifying.Select(entity.Find).FirstOrDefault(attribute => attribute is not null);
        var kinds = entity.Attributes.Where(attribute => attribute.Type is { Kind: DataKind.Enumeration, IsArray: false } && Kinds.Contains(AttributeNames.LastWord(attribute.Name)));
        foreach (var attribute in kinds.Prepend(named).OfType<EntityAttribute>().ToList())
        {
            entity.Replace(attribute with { Required = true });
            _assumed.Add($"{entity.Name}.{attribute.Name}");
        }
    }

    public void AskAboutIdentifying()
    {
        if (_byConvention.Count > 0)
        {
            domain.Findings.Assumption(
                "required unless marked", "*", $"Must every attribute of {Words.Some([.. _byConvention.Order(StringComparer.Ordinal)])} be filled?", UnlessMarked,
                "Yes: elsewhere the documents mark what is optional, and nothing as required.", impact: 3, uncertainty: 2, affects: [.. _byConvention.Order(StringComparer.Ordinal)]);
        }

        if (_assumed.Count > 0)
        {
            Side[] sides = [new("only these, all others may be empty", []), new("all attributes of these entities", []), new("these and those the answer names", [])];
            domain.Findings.Assumption(
                "required names", "*", $"Which attributes must always be filled beyond {Words.Some(_assumed)}?",
                sides, "Only these, keys, states and references are required: the documents say nothing of the others.", impact: 3, uncertainty: 3, affects: _assumed);
            RequireAnswered(sides);
        }
    }

    private void RequireAnswered(Side[] sides)
    {
        var all = domain.Findings.Chosen("required names", "*", sides.Take(2)) == 1;
        var text = domain.Findings.AnswerTo(ClarificationId.From("required names", "*"))?.Text ?? "";
        foreach (var entity in _unsaid)
        {
            foreach (var attribute in entity.Attributes.Where(attribute => all || NamedWords.Has(text, $"{entity.Name}.{attribute.Name}")).ToList())
            {
                entity.Replace(attribute with { Required = true });
                domain.Findings.Followed("required names", "*");
            }
        }
    }

    /// <summary>A SQL column without NOT NULL may be empty.</summary>
    private static bool? Need(AttributeFact fact) => fact.PrimaryKey == true ? true : fact.Required ?? (fact.Form == FactForm.Sql ? false : null);

    /// <summary>Where a place marks only what is optional, the rest is required, and the other way round.</summary>
    private bool? BySiblings(EntityDraft entity, AttributeGroup group)
    {
        foreach (var fact in group.Facts.Where(fact => !Strength.IsDrawing(fact.Form)))
        {
            var marks = _marks[(fact.Entity, fact.Source.Document, fact.Form)];
            if (marks.Required != marks.Optional)
            {
                return marks.Optional;
            }

            if (!marks.Required && _conventions.Contains((fact.Source.Document, fact.Form)) && !domain.Findings.Declined("required unless marked", "*", UnlessMarked))
            {
                _byConvention.Add(entity.Name);
                return true;
            }
        }

        return null;
    }

    /// <summary>A document that marks what may be empty in several of its things, and nothing as required, means by it that the rest is filled: in the things without marks, too.</summary>
    private static HashSet<(string, FactForm)> Conventions(DomainDraft domain) =>
        domain.Facts.Attributes.Where(fact => fact.Form != FactForm.Sentence && !Strength.IsDrawing(fact.Form)).GroupBy(fact => (fact.Source.Document, fact.Form))
            .Where(place => place.Where(fact => fact.Required == false).Select(fact => fact.Entity).Distinct(StringComparer.Ordinal).Take(FewestMarked).Count() == FewestMarked && !place.Any(fact => fact.Required == true && fact.PrimaryKey != true))
            .Select(place => place.Key).ToHashSet();

    private static Dictionary<(string, string, FactForm), (bool, bool)> Marks(DomainDraft domain) =>
        domain.Facts.Attributes.GroupBy(fact => (fact.Entity, fact.Source.Document, fact.Form))
            .ToDictionary(place => place.Key, place => (place.Any(fact => fact.Required == true && fact.PrimaryKey != true), place.Any(fact => fact.Required == false)));
}
