using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Relations;

/// <summary>A reference as lists of relationships write it: "skipper (Member)", "mate (Member, optional)", "berth → Dock", "flags (Flag, many-to-many)".</summary>
/// <param name="Role">What the other thing is to the one that refers to it.</param>
/// <param name="Remarks">What stands behind the thing's name in the brackets.</param>
/// <param name="Kind">How many go with how many, when the brackets say it.</param>
internal sealed record ReferenceItem(string Role, string Target, string Remarks, (Cardinality From, Cardinality To)? Kind)
{
    private const int MostWordsOfARole = 3;

    /// <summary>Null when the text is something else: the name in the brackets must be written as the name of a thing.</summary>
    public static ReferenceItem? Parse(string text)
    {
        var plain = text.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Trim().TrimEnd('.');
        var open = plain.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && TextScan.Closing(plain, open) == plain.Length - 1)
        {
            var parts = TextScan.Split(plain[(open + 1)..^1], ',').ConvertAll(part => part.Trim());
            return Of(plain[..open].Trim(), parts[0], string.Join(", ", parts.Skip(1)));
        }

        return AttributeLine.Parse(plain) is { Points: true } line ? Of(line.Name, line.PointsTo, "") : null;
    }

    private static ReferenceItem? Of(string role, string target, string remarks)
    {
        target = target.StartsWith("optional ", StringComparison.OrdinalIgnoreCase) ? target[9..] : target;
        var isRole = EntityNames.IsPlain(role) && char.IsLower(role[0]) && Naming.Words(role).Count <= MostWordsOfARole && RelationPhrase.Parse(role) is null;
        var isThing = EntityNames.IsTitle(target) && char.IsUpper(target[0]) && TypeVocabulary.KindOf(target) is null && !TypeVocabulary.IsConstraint(target);
        return isRole && isThing ? new(role, target, remarks, CardinalityWords.Pair(remarks)) : null;
    }

    public void Write(string entity, FactWriter writer, Diagnostics.SourceSpan place, string words)
    {
        if (Kind is var (from, to) && to.IsMany)
        {
            writer.Relationship(new(entity, Target, from, to, null, Role, null, writer.Form, writer.Document.Kind, place, words));
            return;
        }

        var fact = AttributeNotes.Apply(writer.Blank(entity, Role, place, words), Remarks);
        writer.Attribute(fact with { References = Target, Unique = fact.Unique == true || Kind is ({ IsMany: false }, { IsMany: false }) });
    }
}
