using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Puts the things down as facts, each with the sentence it was read from; those that other forms state are only referred to.</summary>
internal sealed class WriteThings(Notes notes, Things things, FactCollector facts, HashSet<string> known)
{
    public void Run()
    {
        foreach (var thing in things.All.Where(thing => !known.Contains(thing.Key)))
        {
            Write(thing);
        }

        foreach (var thing in things.All)
        {
            WriteTies(thing);
        }

        foreach (var meeting in things.Meetings.Where(meeting => !(known.Contains(meeting.One.Key) && known.Contains(meeting.Other.Key))).DistinctBy(meeting => string.CompareOrdinal(meeting.One.Key, meeting.Other.Key) < 0 ? (meeting.One, meeting.Other) : (meeting.Other, meeting.One)))
        {
            Write(meeting);
        }
    }

    private FactWriter At(Passage passage) => new(passage.Document, facts, FactForm.Sentence);

    private void Write(Thing thing)
    {
        At(thing.First).Entity(thing.Name, null, thing.First.Span, thing.First.Text);
        foreach (var property in thing.Properties.Where(property => !notes.Derived.Contains(Naming.Snake(property.Name))))
        {
            Write(thing, property);
        }

        foreach (var (names, passage) in thing.Keys.Where(key => key.Names.Count > 1).DistinctBy(key => string.Join('|', key.Names), StringComparer.Ordinal))
        {
            At(passage).Key(new KeyFact(thing.Name, names.ToSeq(), Primary: false, IgnoreCase: false, null, passage.Span, passage.Text));
        }
    }

    private void Write(Thing thing, Property property)
    {
        var writer = At(property.Passage);
        var fact = writer.Blank(thing.Name, property.Name, property.Passage.Span, property.Passage.Text);
        fact = fact with { Unique = IsUnique(thing, property) ? true : null, Required = property.Item.Optional ? false : null };
        var remark = property.Item.Remark;
        if (remark is not null && !remark.StartsWith("such as", StringComparison.Ordinal))
        {
            fact = AttributeNotes.Apply(fact, PlaceLists.EndsInKind(property.Item) && remark.Contains(',', StringComparison.Ordinal) ? $"({remark})" : remark);
        }

        writer.Attribute(fact);
    }

    private bool IsUnique(Thing thing, Property property) =>
        (property.Item.Unique && property.Item.Within is null) || (property.Item.Remark is { } remark && (IsOnlyOne(remark) || remark.EndsWith(" and unique", StringComparison.Ordinal) || remark.EndsWith("never repeated", StringComparison.Ordinal) || remark.EndsWith("never reused", StringComparison.Ordinal))) || (notes.Unique.Exists(entry => ReferenceEquals(entry.Passage, property.Passage) && entry.Name == Naming.Snake(property.Item.Name)))
        || thing.Keys.Exists(key => key.Names is [var only] && only == property.Name);

    /// <summary>"(unique, she says)", "(that's the unique one)", "(no two alike)".</summary>
    private static bool IsOnlyOne(string remark) =>
        (remark.Holds("unique") || remark.Holds("unambiguous") || remark.Holds("no two alike")) && !remark.Holds("not") && !remark.Holds("within") && !remark.Holds("per") && !remark.Holds("together");

    private void WriteTies(Thing thing)
    {
        if (thing.General is { } general)
        {
            var place = thing.First;
            At(place).Relationship(new RelationshipFact(general.Name, thing.Name, Cardinality.ExactlyOne, Cardinality.ZeroOrOne, "is a", null, "cascade", FactForm.Sentence, place.Document.Kind, place.Span, place.Text));
        }

        foreach (var tie in thing.Ties.Where(tie => tie.Parent != thing.General && !(known.Contains(thing.Key) && known.Contains(tie.Parent.Key))))
        {
            var writer = At(tie.Passage);
            var beside = tie.Role is null && things.Meetings.Exists(meeting => meeting.Verb != tie.Verb && ((meeting.One == thing && meeting.Other == tie.Parent) || (meeting.One == tie.Parent && meeting.Other == thing)));
            if ((tie.Role ?? (beside && tie.Verb is not ("has" or "of" or "have" or "be" or "number" or "place" or "go" or "come") ? $"{VerbsOf(tie.Verb)} by" : tie.Parent.Ties.Exists(other => other.Parent == thing && other.Role is not null) ? tie.Parent.Name : null)) is { } role)
            {
                writer.Attribute(writer.Blank(thing.Name, role, tie.Passage.Span, tie.Passage.Text) with { References = tie.Parent.Name, Required = tie.Needed });
            }
            else
            {
                writer.Relationship(new RelationshipFact(thing.Name, tie.Parent.Name, Cardinality.ZeroOrMore, tie.Needed == false ? Cardinality.ZeroOrOne : Cardinality.ExactlyOne, tie.Verb, null, null, FactForm.Sentence, tie.Passage.Document.Kind, tie.Passage.Span, tie.Passage.Text));
            }
        }
    }

    /// <summary>Verbs that only say where a thing belongs, beside which a meeting of the same two says nothing new.</summary>
    private static bool IsPlain(string verb) => verb is "has" or "of" or "number" or "belong" or "be" or "place" or "find" or "have" or "contain";

    public static string VerbsOf(string verb) => verb.EndsWith('e') ? verb + "d" : verb + "ed";

    private void Write(Meeting meeting)
    {
        var linked = things.All.Any(thing => thing != meeting.One && thing != meeting.Other && thing.Ties.Exists(tie => tie.Parent == meeting.One) && thing.Ties.Exists(tie => tie.Parent == meeting.Other) && (thing.IsLink || thing.Links || EventNouns.Candidates(meeting.Verb).Contains(thing.Key, StringComparer.Ordinal)));
        var tied = meeting.One.Ties.Exists(tie => tie.Parent == meeting.Other) || meeting.Other.Ties.Exists(tie => tie.Parent == meeting.One);
        var same = meeting.One.Ties.Exists(tie => tie.Parent == meeting.Other && (tie.Verb == meeting.Verb || IsPlain(tie.Verb))) || meeting.Other.Ties.Exists(tie => tie.Parent == meeting.One && (tie.Verb == meeting.Verb || IsPlain(tie.Verb)));
        var told = meeting.One == meeting.Other && things.All.Any(thing => thing != meeting.One && (ReferenceEquals(thing.First, meeting.Passage) || thing.Ties.Count(tie => tie.Parent == meeting.One) > 1) && thing.Ties.Exists(tie => tie.Parent == meeting.One));
        if (linked || same || told || (meeting.One.General is { } general && meeting.Other.General == general))
        {
            return;
        }

        if (tied || meeting.One == meeting.Other)
        {
            var link = new Thing("", $"{meeting.One.Name} {(meeting.One == meeting.Other ? "link" : meeting.Other.Name)}", meeting.Passage);
            link.Tie(meeting.One, null, meeting.Passage, meeting.Verb, true);
            link.Ties.Add(new(meeting.Other, meeting.One == meeting.Other ? $"other {meeting.Other.Name}" : null, meeting.Passage, meeting.Verb, true));
            Write(link);
            WriteTies(link);
            return;
        }

        var place = meeting.Passage;
        At(place).Relationship(new RelationshipFact(meeting.One.Name, meeting.Other.Name, Cardinality.ZeroOrMore, Cardinality.ZeroOrMore, meeting.Verb, null, null, FactForm.Sentence, place.Document.Kind, place.Span, place.Text));
    }
}
