using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>Finds what the words of a sentence refer to, seen from the rows of its subject.</summary>
internal sealed class Speech(Vocabulary vocabulary, EntityTerms? subject)
{
    private static readonly string[] Determiners = ["the", "a", "an", "its", "their", "his", "her", "each", "every", "all", "any", "this", "that", "both", "new", "valid", "clear", "our", "your", "submitted", "total"];

    public EntityTerms? Subject { get; } = subject;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public static int SkipDeterminers(IReadOnlyList<Token> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].IsAny(Determiners))
        {
            at++;
        }

        return at;
    }

    /// <summary>The attribute or reference named from this token on, the longest name first.</summary>
    public Operand? At(IReadOnlyList<Token> tokens, int at)
    {
        var start = at;
        for (var skipped = SkipDeterminers(tokens, at); start < skipped && Strict(tokens, start) is null; start++)
        {
            // "its total" is the total: a word that only determines may also be a name.
        }

        return start >= tokens.Count || tokens[start].Kind != TokenKind.Word || tokens[start].IsAny("no", "not") ? null : WithOwner(tokens, Whole(tokens, Found(tokens, start)));
    }

    /// <summary>"email address" is the email, "the amount claimed" of a claim its amount: a word that adds nothing belongs to the name.</summary>
    private Operand? Whole(IReadOnlyList<Token> tokens, Operand? operand)
    {
        if (operand is null or { Column.IsForeignKey: true } || operand.End >= tokens.Count || tokens[operand.End].Kind != TokenKind.Word || Facts.Language.Naming.Words(operand.Column.Name)[^1] == tokens[operand.End].Lower)
        {
            return operand;
        }

        var next = tokens[operand.End].Lower;
        var idle = operand.Column is { IsDate: false, IsMoment: false } && next is "address" or "addresses" || (operand.Column.Type.Kind is Schemawright.Terms.DataKind.Phone && next is "number" or "numbers");
        var own = next.EndsWith("ed", StringComparison.Ordinal) && (Stems.Same(next, Facts.Language.Naming.Words(operand.Entity)[^1]) || operand.Column.IsNumber && MixedNames.IsDeed(Vocabulary.Of(operand.Column.Entity), next));
        idle |= operand.Column.IsNumber && next is "amount" or "value";
        own |= operand.Column.IsNumber && Facts.Language.Naming.Words(operand.Entity)[^1] == next;
        return idle || own ? operand with { End = operand.End + 1 } : operand;
    }

    /// <summary>"code of a room": the entity named after its own attribute belongs to the name.</summary>
    private Operand? WithOwner(IReadOnlyList<Token> tokens, Operand? operand)
    {
        if (operand is not { IsOwn: true } || operand.End + 1 >= tokens.Count || !tokens[operand.End].Is("of"))
        {
            return operand;
        }

        var owner = SkipDeterminers(tokens, operand.End + 1);
        if (owner >= tokens.Count || Vocabulary.EntityAt(tokens, owner, out var width) is not { } terms)
        {
            return operand;
        }

        if (terms.Name == operand.Entity)
        {
            return operand with { End = owner + width };
        }

        // "the price of a room" in a rule about bookings, which have prices, too.
        return operand.Column.IsForeignKey || terms.Columns.FirstOrDefault(column => column.Name == operand.Column.Name) is not { } column ? operand
            : Subject is not null && Subject != terms && ReferenceAt(tokens, owner, out _) is { } reference ? Walk(Subject, reference, column, owner + width)
            : Own(terms, column, owner + width);
    }

    private Operand? Found(IReadOnlyList<Token> tokens, int start)
    {
        var strict = Dotted(tokens, start) ?? Strict(tokens, start);
        var owned = strict is null or { Column.IsForeignKey: true } ? OfEntity(tokens, start) : null;
        // "order currency" is the order's currency, though "order" alone names the reference.
        return (owned is not null && owned.End > (strict?.End ?? 0) ? owned : strict) ?? OfPhrase(tokens, start)
            ?? Loose(tokens, start) ?? ThroughParent(tokens, start) ?? Unique(tokens, start) ?? Byname(tokens, start);
    }

    /// <summary>The first attribute named anywhere from this token up to another.</summary>
    public Operand? Within(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var at = from; at < Math.Min(to, tokens.Count); at++)
        {
            if (At(tokens, at) is { } operand && operand.End <= to)
            {
                return operand;
            }
        }

        return null;
    }

    /// <summary>The reference of the subject that a word such as "customer" means.</summary>
    public Column? ReferenceAt(IReadOnlyList<Token> tokens, int at, out int length)
    {
        for (length = Math.Min(4, tokens.Count - at); length > 0; length--)
        {
            // "An employee" in a rule about employees is the row itself, not the employee it refers to.
            if (Subject is not null && Phrase.Key(tokens, at, length) is { } key && Subject.Reference(key) is { } reference && (reference.Parent != Subject.Name || Vocabulary.Find(key) != Subject))
            {
                return reference;
            }
        }

        return ByShortName(tokens, at, out length) ?? ByDeed(tokens, at, out length);
    }

    /// <summary>"The approver" is who approved it: the one reference that is named for the deed.</summary>
    private Column? ByDeed(IReadOnlyList<Token> tokens, int at, out int length)
    {
        length = 1;
        return Subject is not null && at < tokens.Count && tokens[at] is { Kind: TokenKind.Word, Lower: { Length: > 5 } word } && (word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("or", StringComparison.Ordinal)) && Vocabulary.EntityAt(tokens, at, out _) is null
            ? Subject.References.Where(link => link.Words.Count == 2 && link.Words[^1] is "by" && Stems.Same(link.Words[0], word)).ToArray() is [var only] ? only : null : null;
    }

    /// <summary>"Order" of what refers to purchase orders and no other orders are known.</summary>
    private Column? ByShortName(IReadOnlyList<Token> tokens, int at, out int length)
    {
        length = 0;
        return Subject is not null && at < tokens.Count && tokens[at].Kind == TokenKind.Word && Subject.Exact(tokens[at].Lower) is null && Vocabulary.EntityAt(tokens, at, out length) is { } named && named != Subject ? Subject.References.Where(link => link.Parent == named.Name).ToArray() is [var only] ? only : null : null;
    }

    /// <summary>The subject's reference to the entity, the one each row has before one it may have; null when two are equally likely.</summary>
    public Column? ReferenceTo(EntityTerms terms) => Subject?.Reference(Facts.Language.Naming.EntityKey(terms.Name));

    private static Operand Own(EntityTerms terms, Column column, int end) => new(terms.Name, [column.Name], column, end);

    private static Operand Walk(EntityTerms terms, Column reference, Column column, int end, bool implied = false) =>
        new(terms.Name, [reference.Role!, column.Name], column, end, implied);

    private Operand? Dotted(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].Text.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = tokens[at].Text.Split('.');
        var roles = new List<string>();
        var terms = Start(parts[0], roles);
        var from = roles.Count == 0 ? terms : Subject;
        for (var index = 1; terms is not null && index < parts.Length; index++)
        {
            var key = Key(parts[index]);
            if (index == parts.Length - 1)
            {
                return terms.Exact(key) is { } column ? new(from!.Name, [.. roles, column.Name], column, at + 1) : null;
            }

            if (terms.Reference(key) is not { } step)
            {
                return null;
            }

            roles.Add(step.Role!);
            terms = Vocabulary.Find(step.Parent);
        }

        return null;
    }

    private EntityTerms? Start(string first, List<string> roles)
    {
        // "Order.total" in prose names the entity; "order.total" in code the row at hand.
        if (char.IsUpper(first[0]) && Vocabulary.Find(first) is { } named)
        {
            return named;
        }

        if (Subject?.Reference(Key(first)) is { } reference)
        {
            roles.Add(reference.Role!);
            return Vocabulary.Find(reference.Parent);
        }

        // "line.quantity" of what refers to order lines and no other lines are known.
        if (Subject is not null && Vocabulary.Find(first) is null && Vocabulary.EntityAt([Rewording.Word(first)], 0, out _) is { } part && Subject.References.Where(link => link.Parent == part.Name).ToArray() is [var only])
        {
            roles.Add(only.Role!);
            return part;
        }

        return Vocabulary.Find(first);
    }

    private static string Key(string word)
    {
        var words = Facts.Language.Naming.Words(word);
        return EntityTerms.Key(words, 0, words.Count);
    }

    private Operand? Strict(IReadOnlyList<Token> tokens, int at) =>
        Subject is null ? null : Longest(tokens, at, 5, Subject.Exact, (column, end) => Own(Subject, column, end));

    /// <summary>"customer tax id" or "order total": an entity's name, then one of its attributes.</summary>
    private Operand? OfEntity(IReadOnlyList<Token> tokens, int at)
    {
        if (ReferenceAt(tokens, at, out var width) is { } reference && Vocabulary.Find(reference.Parent) is { } parent)
        {
            var walked = Attribute(parent, tokens, at + width, (column, end) => Walk(Subject!, reference, column, end));
            if (walked is not null)
            {
                return walked;
            }
        }

        return Vocabulary.EntityAt(tokens, at, out width) is { } named
            ? Longest(tokens, at, 5, named.Exact, (column, end) => Own(named, column, end)) ?? Longest(tokens, at, 4, key => key.Contains('_', StringComparison.Ordinal) ? named.Evidence(key) : null, (column, end) => Own(named, column, end)) ?? Attribute(named, tokens, at + width, (column, end) => Own(named, column, end)) ?? OfOwner(named, tokens, at + width)
            : null;
    }

    /// <summary>"parcel date" where only the parcel's order has a date: the parent's attribute at home.</summary>
    private Operand? OfOwner(EntityTerms child, IReadOnlyList<Token> tokens, int at)
    {
        foreach (var reference in child.References.Where(reference => reference.Required))
        {
            if (Vocabulary.Find(reference.Parent) is { } parent && Attribute(parent, tokens, at, (column, end) => Own(parent, column, end)) is { } operand)
            {
                return operand;
            }
        }

        return null;
    }

    private static Operand? Attribute(EntityTerms terms, IReadOnlyList<Token> tokens, int at, Func<Column, int, Operand> make) =>
        at >= tokens.Count ? null
        : Longest(tokens, at, 5, terms.Exact, make) ?? Longest(tokens, at, 3, terms.Suffix, make) ?? Longest(tokens, at, 3, terms.Evidence, make);

    /// <summary>"end date of the order": an attribute, "of", and whose.</summary>
    private Operand? OfPhrase(IReadOnlyList<Token> tokens, int at)
    {
        for (var of = at + 1; of < Math.Min(at + 5, tokens.Count - 1); of++)
        {
            if (!tokens[of].IsAny("of", "for"))
            {
                continue;
            }

            var owner = SkipDeterminers(tokens, of + 1);
            if (owner < tokens.Count && Vocabulary.EntityAt(tokens, owner, out var width) is { } terms
                && Phrase.Key(tokens, at, of - at) is { } key && (terms.Exact(key) ?? terms.Suffix(key) ?? (key.Contains('_', StringComparison.Ordinal) ? terms.Evidence(key) : null) ?? (Bynames.At(terms, tokens, at) is var (named, end) && end == of ? named : null)) is { } column)
            {
                return Subject is not null && Subject != terms && ReferenceAt(tokens, owner, out _) is { } reference
                    ? Walk(Subject, reference, column, owner + width)
                    : Own(terms, column, owner + width);
            }
        }

        return null;
    }

    /// <summary>A part of an attribute's name; never the name of an entity, which means the entity.</summary>
    private Operand? Loose(IReadOnlyList<Token> tokens, int at) =>
        Subject is null ? null
        : Vocabulary.EntityAt(tokens, at, out var noun) is not null ? Longest(tokens, at, 4, Subject.Evidence, (column, end) => Own(Subject, column, end)) is { Column.IsForeignKey: false } longer && longer.End > at + noun ? longer : null
        : Longest(tokens, at, 3, Subject.Suffix, (column, end) => Own(Subject, column, end))
            ?? Longest(tokens, at, 3, Subject.Evidence, (column, end) => Own(Subject, column, end));

    /// <summary>Another name for one of the subject's attributes; never the name of an entity.</summary>
    private Operand? Byname(IReadOnlyList<Token> tokens, int at) =>
        Subject is not null && Vocabulary.EntityAt(tokens, at, out _) is null && Bynames.At(Subject, tokens, at) is var (column, end) ? Own(Subject, column, end)
        : ByDeed(tokens, at, out var width) is { } doer ? Own(Subject!, doer, at + width) : null;

    private Operand? ThroughParent(IReadOnlyList<Token> tokens, int at)
    {
        if (Subject is null)
        {
            return null;
        }

        foreach (var reference in Subject.References.OrderByDescending(reference => reference.Required))
        {
            if (reference.Parent != Subject.Name && Vocabulary.Find(reference.Parent) is { } parent
                && (Longest(tokens, at, 5, parent.Exact, (column, end) => Walk(Subject, reference, column, end, true)) is { } operand) && !operand.Column.IsForeignKey)
            {
                return operand;
            }
        }

        return null;
    }

    /// <summary>A name of two words or more that only one entity of the whole domain has.</summary>
    private Operand? Unique(IReadOnlyList<Token> tokens, int at)
    {
        for (var length = Math.Min(5, tokens.Count - at); length > 0; length--)
        {
            if (Phrase.Key(tokens, at, length) is { } key && key.Contains('_', StringComparison.Ordinal)
                && (Vocabulary.OnlyColumn(key) ?? (DatedNames.Of(key) is { } dated ? Vocabulary.OnlyColumn(dated) : null)) is { IsForeignKey: false } column)
            {
                return new(column.Entity, [column.Name], column, at + length);
            }
        }

        return null;
    }

    private static Operand? Longest(IReadOnlyList<Token> tokens, int at, int most, Func<string, Column?> find, Func<Column, int, Operand> make)
    {
        for (var length = Math.Min(most, tokens.Count - at); length > 0; length--)
        {
            if (Phrase.Key(tokens, at, length) is { } key && find(key) is { } column)
            {
                return make(column, at + length);
            }
        }

        return null;
    }
}
