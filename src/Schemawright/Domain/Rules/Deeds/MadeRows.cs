using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Deeds;

/// <summary>Finds the rows by which a deed is kept: "book benches" by bookings of a member and a bench, "be lent" by loans of a tool, "waive fines" by the state and the doer of a fine.</summary>
internal static class MadeRows
{
    private static readonly string[] Joints = ["to", "for", "in", "on", "by", "with", "at", "into", "from", "as", "within", "against", "under", "onto", "a", "an", "the", "any", "new", "further", "more", "another", "their", "his", "its", "out", "up", "off", "part", "over", "back", "only"];

    // What is done with anything that another thing takes up.
    private static readonly string[] General = ["used", "assigned", "booked", "chosen", "selected", "allocated", "picked", "taken", "scheduled", "reserved", "offered", "ordered", "put", "added", "given", "placed"];

    // Who looks at a row leaves no trace in it, and who ends or changes a row makes none.
    private static readonly string[] Traceless =
        ["see", "seen", "view", "viewed", "read", "search", "searched", "browse", "download", "downloaded", "shown", "displayed", "export", "exported", "print", "printed", "delete", "deleted", "remove", "removed", "edit", "edited", "change", "changed", "cancel", "cancelled", "approve", "approved", "modify", "modified", "share", "shared", "repeat", "own", "owned", "manage", "have", "has", "be", "exceed", "overlap", "exist", "equal", "match", "contain", "contains"];

    public static Deed? Of(Vocabulary vocabulary, EntityTerms thing, Seq<Token> part, int at, int end, bool passive)
    {
        var verb = part[at].Lower;
        var place = at + 1;
        while (place < end && part[place].IsAny(Joints))
        {
            place++;
        }

        if (place >= end)
        {
            return Array.IndexOf(Traceless, verb) >= 0 ? null : Alone(vocabulary, thing, verb, passive, part);
        }

        return SubjectPhrase.At(vocabulary, part, place, end) is { None: false } named && named.End >= end && named.Terms != thing
            ? Acting(thing, named, verb) ?? (Array.IndexOf(Traceless, verb) >= 0 ? null : Linking(vocabulary, thing, named, verb, part)) : null;
    }

    /// <summary>"cannot borrow", "may not be lent": rows that are named for the verb.</summary>
    private static Deed? Alone(Vocabulary vocabulary, EntityTerms thing, string verb, bool passive, Seq<Token> said)
    {
        var children = vocabulary.Children(thing.Name).Select(link => vocabulary.Of(link.Child)).Distinct().Where(child => child != thing && child.Entity.Kind != EntityKind.AuditTrail).ToArray();
        var made = Array.FindAll(children, child => Naming.Words(child.Name).Any(word => Stems.Same(word, verb) || Bynames.SameDeed(word, verb)));
        made = made.Length == 0 ? Array.FindAll(children, child => Moments.DoneAt(child, verb) is not null && (passive || Moments.DoneBy(child, verb)?.Parent == thing.Name)) : made;
        if (made.Length == 0 && !passive && Array.FindAll(children, child => child.References.Any(link => link.Parent == thing.Name && link.Role is { } role && (role == verb || Stems.Same(role, verb)))) is [var helped])
        {
            return new(DeedKind.Making, helped, [helped.References.First(link => link.Parent == thing.Name && (link.Role == verb || Stems.Same(link.Role!, verb))).Role!], [], null, verb);
        }

        made = made.Length == 0 && passive && Array.IndexOf(General, verb) >= 0 ? children : made;
        return made.Length == 1 && Reference(vocabulary, made[0], thing, verb, said) is { } role ? new(DeedKind.Making, made[0], [role], [], null, verb) : null;
    }

    /// <summary>"waive fines", "cancel bookings": a state of what is named, and who brings it there.</summary>
    private static Deed? Acting(EntityTerms thing, SubjectPhrase named, string verb)
    {
        if (Moments.StatesOf(named.Terms, verb) is not { Count: > 0 } states || named.Terms.Machine is { } machine && states.Any(machine.Initial.Contains))
        {
            return null;
        }

        var doer = Moments.DoneBy(named.Terms, verb);
        return doer is not null && doer.Parent == thing.Name ? new(DeedKind.Entering, named.Terms, [doer.Role!], [.. states], named.Which, states[0]) : null;
    }

    private static Deed? Linking(Vocabulary vocabulary, EntityTerms thing, SubjectPhrase named, string verb, Seq<Token> said)
    {
        if (Reference(vocabulary, named.Terms, thing, verb, said) is { } own)
        {
            return new(DeedKind.Making, named.Terms, [own], [], named.Which, verb);
        }

        if (Reference(vocabulary, thing, named.Terms, verb, said) is { } other)
        {
            return new(DeedKind.Making, thing, [], [], named.Which?.From(other), verb);
        }

        if (named.Terms.References.Any(link => link.Parent == thing.Name) || thing.References.Any(link => link.Parent == named.Terms.Name))
        {
            return null;
        }

        var between = vocabulary.Children(thing.Name).Select(link => vocabulary.Of(link.Child)).Distinct().Where(child => child != thing && child.References.Any(link => link.Parent == named.Terms.Name)).ToArray();
        var telling = Array.FindAll(between, child => Naming.Words(child.Name).Any(word => Stems.Same(word, verb) || Bynames.SameDeed(word, verb)) || Moments.DoneAt(child, verb) is not null);
        between = telling.Length == 1 ? telling : between;
        return between.Length == 1 && Reference(vocabulary, between[0], thing, verb, said) is { } role && Reference(vocabulary, between[0], named.Terms, verb, said) is { } object2
            ? new(DeedKind.Making, between[0], [role], [], named.Which?.From(object2), verb) : null;
    }

    /// <summary>The role by which the rows refer to the thing: of the doer where the verb names one, else the only or the necessary one.</summary>
    private static string? Reference(Vocabulary vocabulary, EntityTerms rows, EntityTerms thing, string verb, Seq<Token> said) =>
        Moments.DoneBy(rows, verb) is { } doer && doer.Parent == thing.Name && doer.Words.Skip(1).SkipLast(1).All(particle => said.Any(word => word.Is(particle))) ? doer.Role : new Speech(vocabulary, rows).ReferenceTo(thing)?.Role;
}
