using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>Decides what all lines between two entities mean together, and asks where they disagree.</summary>
internal sealed class PairLinks(DomainDraft domain)
{
    /// <param name="lines">All lines between the same two entities.</param>
    public void Add(IReadOnlyList<Line> lines, Junctions junctions)
    {
        var known = LinksBetween(lines[0].Parent, lines[0].Child);
        var junction = junctions.Between(lines[0].Parent, lines[0].Child);
        var asMany = lines.Where(line => line.Kind == LineKind.ManyToMany).ToList();
        var asOne = OneOrSeveral.Settle(lines.Where(line => line.Kind is LineKind.OneToMany or LineKind.OneToOne).ToList(), domain.Findings);
        if (asMany.Count > 0 && asOne.Count + known.Count > 0 && !TellsApart(asMany, asOne, junction, known))
        {
            AddContradiction(asMany, asOne, known, junctions);
            return;
        }

        foreach (var line in asMany)
        {
            junctions.Add(line.Parent, line.Child, Origin.At(line.Fact.Source), label: line.Fact.Label);
        }

        foreach (var line in asOne)
        {
            AddLine(line, junction);
        }

        foreach (var line in lines.Where(line => line.Kind == LineKind.Unknown))
        {
            AddUnknown(line, junction, asOne.Count + asMany.Count, junctions);
        }
    }

    private List<LinkDraft> LinksBetween(EntityDraft one, EntityDraft other) =>
        domain.Links.FindAll(link => (link.Parent == one && link.Child == other) || (link.Parent == other && link.Child == one));

    /// <summary>A junction beside references of another meaning (participants beside created_by) is no disagreement.</summary>
    private static bool TellsApart(List<Line> asMany, List<Line> asOne, EntityDraft? junction, List<LinkDraft> known) =>
        junction is not null ? asOne.TrueForAll(line => known.Count > 0 || line.Parent == line.Child)
        : asOne.Count == 0 && known.TrueForAll(link => AttributeNames.IsPerson(link.ForeignKey) && asMany.TrueForAll(line => line.ParentName != link.Role && line.ChildName != link.Role));

    private void AddContradiction(List<Line> asMany, List<Line> asOne, List<LinkDraft> known, Junctions junctions)
    {
        var (first, second) = (asMany[0].Parent, asMany[0].Child);
        var oneSources = asOne.Select(line => line.Fact.Source).Concat(known.SelectMany(link => link.Sources)).Distinct().Order().ToSeq();
        var single = known.Count > 0 || IsTenancyPair(first, second);
        Side many = new($"many {Plural(first)} with many {Plural(second)}", asMany.Select(line => line.Fact.Source).ToSeq());
        var (parent, child) = asOne.Count > 0 ? (asOne[0].Parent, asOne[0].Child) : (known[0].Parent, known[0].Child);
        Side one = new($"each {child.Name} has one {parent.Name}", oneSources);
        var id = domain.Findings.Contradiction(
            "cardinality", $"{Ordered(first, second)}", $"Can one {child.Name} belong to several {Plural(parent)}, or to one only?",
            single ? [one, many] : [many, one],
            single ? $"Each {child.Name} has one {parent.Name}." : $"Many {Plural(first)} go with many {Plural(second)}.", impact: 4, uncertainty: 3,
            affects: [$"{child.Name}.{parent.Key}", parent.Name, child.Name]);
        if (single && !domain.Findings.IsSettled(id))
        {
            domain.SeveralTenants.Add(child);
        }

        if (single == domain.Findings.Declined("cardinality", Ordered(first, second), single ? [one, many] : [many, one]))
        {
            junctions.Add(first, second, Origin.At(asMany[0].Fact.Source) with { Decision = id }, label: asMany[0].Fact.Label);
            return;
        }

        foreach (var line in asOne)
        {
            AddLine(line, junction: null)?.Sources.AddRange(many.Sources);
        }
    }

    /// <summary>When isolation by tenant is demanded, a person's row belongs to one tenant.</summary>
    private bool IsTenancyPair(EntityDraft one, EntityDraft other) =>
        domain.Facts.Tenancy.Count > 0 && domain.User is { } user && (one == user || other == user);

    private LinkDraft? AddLine(Line line, EntityDraft? junction)
    {
        var link = Match(line);
        if (link is null && junction is not null && line.Parent != line.Child)
        {
            return null;
        }

        if (link is null && Opposite(line) is { } opposite)
        {
            if (!IsReversed(line, opposite))
            {
                return null;
            }

            domain.Links.Remove(opposite);
        }

        var isNew = link is null;
        link ??= Create(line);
        link.Sources.Add(line.Fact.Source);
        link.Label ??= line.Fact.Label;
        NoteDeletion(link, line);
        link.ParentNeedsChild |= line.ChildNeeded == true;
        link.Unique |= line.Kind == LineKind.OneToOne && !link.Unique && IsOneToOne(link, line);
        if (!isNew || link.Required is null)
        {
            MergeNeed(link, line);
        }

        return link;
    }

    private bool IsOneToOne(LinkDraft link, Line line)
    {
        Side[] sides = [new("no, it is one-to-one", [line.Fact.Source]), new("yes, several may share it", [])];
        domain.Findings.Assumption(
            "one to one", link.Path, $"May two {Plural(link.Child)} share one {link.Parent.Name}?", sides,
            $"Each {link.Parent.Name} goes with at most one {link.Child.Name} as {Words.Plain(link.Role)}.", impact: 2, uncertainty: 2);
        return !domain.Findings.Declined("one to one", link.Path, sides);
    }

    /// <summary>Among several references of the pair, the one whose role the line names, else the one named after the parent.</summary>
    private LinkDraft? Match(Line line)
    {
        var candidates = domain.Links.FindAll(link => link.Parent == line.Parent && link.Child == line.Child);
        if (candidates.Count == 0 && line.Kind == LineKind.OneToOne)
        {
            candidates = domain.Links.FindAll(link => link.Parent == line.Child && link.Child == line.Parent);
        }

        var role = line.Fact.Role is { } named ? AttributeNames.WithoutId(Naming.Snake(named)) ?? Naming.Snake(named) : null;
        return candidates.Find(link => link.Role == role)
            ?? candidates.Find(link => link.Role == line.ParentName)
            ?? candidates.Find(link => link.Role == line.Parent.Key)
            ?? candidates.Find(link => line.Fact.Label is { Length: > 3 } label && SharesStem(label, link.Role))
            ?? candidates.Find(link => !AttributeNames.IsPerson(link.ForeignKey))
            ?? (candidates.Count == 1 ? candidates[0] : null);
    }

    /// <summary>"uploads" and <c>uploaded_by</c>.</summary>
    private static bool SharesStem(string label, string role)
    {
        var stem = Naming.Words(label).FirstOrDefault() ?? "";
        return stem.Length >= 4 && role.StartsWith(stem[..4], StringComparison.Ordinal);
    }

    private LinkDraft? Opposite(Line line) =>
        line.Kind != LineKind.OneToMany || line.Parent == line.Child ? null
        : domain.Links.Find(link => link.Parent == line.Child && link.Child == line.Parent && !AttributeNames.IsPerson(link.ForeignKey));

    /// <summary>The author answered that the later line is right and the reference known so far points the wrong way.</summary>
    private bool IsReversed(Line line, LinkDraft opposite)
    {
        Side[] sides =
        [
            new($"one {opposite.Parent.Name}, many {Plural(opposite.Child)}", opposite.Sources.Distinct().Order().ToSeq()),
            new($"one {line.Parent.Name}, many {Plural(line.Child)}", [line.Fact.Source]),
        ];
        domain.Findings.Contradiction(
            "direction", Ordered(line.Parent, line.Child), $"Does one {opposite.Parent.Name} have many {Plural(opposite.Child)}, or one {line.Parent.Name} many {Plural(line.Child)}?",
            sides, $"One {opposite.Parent.Name} has many {Plural(opposite.Child)}.", impact: 3, uncertainty: 3, affects: [opposite.Path, $"{line.Child.Name}.{line.ParentName}"]);
        return domain.Findings.Declined("direction", Ordered(line.Parent, line.Child), sides);
    }

    private LinkDraft Create(Line line)
    {
        var name = line.Parent == line.Child ? "parent" : line.ParentName;
        var role = line.Fact.Role is { Length: > 0 } named ? Naming.Snake(named) : name;
        role = AttributeNames.WithoutId(role) ?? role;
        var link = new LinkDraft(line.Parent, line.Child, role, AttributeNames.IsPerson(role) && role.EndsWith("_by", StringComparison.Ordinal) ? role : role + "_id") { Strength = line.Strength };
        domain.Links.Add(link);
        if (Strength.IsDrawing(line.Fact.Form) && line.Child.HasForm(form => !Strength.IsDrawing(form)))
        {
            link.DrawnOnly = line.Fact.Source;
        }

        return link;
    }

    private void MergeNeed(LinkDraft link, Line line)
    {
        if (line.ParentNeeded is not { } needed || (needed && !SaysNeed(line)))
        {
            return;
        }

        if (link.Required is { } stated && stated != needed && line.Kind == LineKind.OneToMany && link.StatedByAttribute)
        {
            Side attribute = new(stated ? "required" : "optional", link.Sources.Take(1).ToSeq());
            Side drawn = new(needed ? "required" : "optional", [line.Fact.Source]);
            if (domain.Findings.Declined("required", link.Path, [attribute, drawn]))
            {
                link.Required = needed;
            }

            domain.Findings.Contradiction(
                "required", link.Path, $"Must every {link.Child.Name} have {Words.Article(link.Role)}?", [attribute, drawn], $"{link.Path} is {attribute.Words}.", impact: 2, uncertainty: 2);
        }

        link.Required ??= needed;
    }

    /// <summary>"has many" and "1:N" do not say that a child cannot do without; a crow's foot and "exactly one" do.</summary>
    private static bool SaysNeed(Line line) =>
        line.Fact.Form == FactForm.Diagram || line.Fact.Words.Contains("exactly", StringComparison.OrdinalIgnoreCase)
        || line.Fact.Words.Contains("must", StringComparison.OrdinalIgnoreCase) || line.Fact.Words.Contains("always", StringComparison.OrdinalIgnoreCase);

    /// <summary>A line without any cardinality supports what is known; alone it is asked about.</summary>
    private void AddUnknown(Line line, EntityDraft? junction, int others, Junctions junctions)
    {
        if (((line.Fact.Role is null ? null : Match(line)) ?? LinksBetween(line.Parent, line.Child).FirstOrDefault()) is { } link)
        {
            link.Sources.Add(line.Fact.Source);
            NoteDeletion(link, line);
            return;
        }

        if (junction is not null || others > 0)
        {
            return;
        }

        Side[] sides =
        [
            new($"one {line.Parent.Name}, many {Plural(line.Child)}", [line.Fact.Source]), new($"one {line.Child.Name}, many {Plural(line.Parent)}", []),
            new("many with many", []), new("one with one", []),
        ];
        var id = domain.Findings.Assumption(
            "cardinality", Ordered(line.Parent, line.Child), $"How many {Plural(line.Child)} go with one {line.Parent.Name}, and how many {Plural(line.Parent)} with one {line.Child.Name}?",
            sides, $"One {line.Parent.Name} has many {Plural(line.Child)}.", impact: 3, uncertainty: 3, affects: [$"{line.Child.Name}.{line.ParentName}", line.Parent.Name, line.Child.Name]);
        var choice = domain.Findings.Chosen("cardinality", Ordered(line.Parent, line.Child), sides);
        if (choice == 2)
        {
            junctions.Add(line.Parent, line.Child, Origin.At(line.Fact.Source) with { Decision = id }, label: line.Fact.Label);
            return;
        }

        var created = Create(choice == 1 ? line with { Parent = line.Child, Child = line.Parent, ParentName = line.ChildName, ChildName = line.ParentName } : line);
        created.Sources.Add(line.Fact.Source);
        created.Label = line.Fact.Label;
        NoteDeletion(created, line);
        created.Unique = choice == 3;
        created.Decision = id;
    }

    private static void NoteDeletion(LinkDraft link, Line line)
    {
        if (DeleteRules.Parse(line.Fact.OnDelete) is { } rule)
        {
            link.Deletions.Add((rule, line.Fact.Source));
        }
    }

    private static string Plural(EntityDraft entity) => Words.Plain(Naming.Table(entity.Key));

    private static string Ordered(EntityDraft one, EntityDraft other) =>
        string.CompareOrdinal(one.Name, other.Name) < 0 ? $"{one.Name}–{other.Name}" : $"{other.Name}–{one.Name}";
}
