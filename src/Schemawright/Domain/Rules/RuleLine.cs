using Schemawright.Collections;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>One rule statement with the vocabulary and the context its words are understood in.</summary>
internal sealed class RuleLine
{
    private static readonly Seq<Token> None = [];

    private readonly EntityTerms? _before;

    /// <param name="before">What the statements right above with a code of the same kind speak of; null when there are none.</param>
    public RuleLine(RuleFact fact, Vocabulary vocabulary, IReadOnlyList<RuleFact> block, EntityTerms? before = null)
    {
        Fact = fact;
        Vocabulary = vocabulary;
        Block = block;
        Tokens = Asides.Of(Wordings.Canonical(Glosses.Without(Lexer.Read(fact.Text), vocabulary)));
        Label = fact.Label is null || IsOfAnyRule(fact.Label) ? None : Lexer.Read(fact.Label);
        if (Label.Count > 2 && Label.Any(token => token.IsAny("must", "shall", "cannot", "may", "should", "can")) && Label[^1].IsAny("of", "be", "following", "in", "either"))
        {
            // "Size must be one of: s, m" is one sentence, not a label.
            (Tokens, Label) = ([.. Label, .. Tokens], None);
        }

        Title = Lexer.Read($"{fact.Title} {(fact.Headings.Count > 0 ? fact.Headings[^1] : "")}");
        PlaceSubject = BlockSubject.Of(fact, vocabulary) ?? BlockSubject.Before(fact, vocabulary, block);
        Tokens = SharedHeads.Named(Tokens, PlaceSubject, vocabulary);
        _before = before;
        Speech = new Speech(vocabulary, LineSubject());
    }

    private RuleLine(RuleLine line, Seq<Token> tokens, EntityTerms? about = null)
    {
        Fact = line.Fact;
        Vocabulary = line.Vocabulary;
        Block = line.Block;
        Tokens = tokens;
        Label = None;
        Title = line.Title;
        PlaceSubject = about ?? line.NamedByLabel() ?? line.PlaceSubject ?? line.Labelled();
        _before = line._before;
        Depth = line.Depth + 1;
        Moment = line.Moment;
        Fields = line.Fields;
        Speech = new Speech(Vocabulary, about ?? LineSubject());
    }

    /// <summary>"Rule: …" says that what follows is one, and nothing of what it is about.</summary>
    private static bool IsOfAnyRule(string label) => label.Trim().TrimEnd(':').ToLowerInvariant() is "rule" or "rules" or "business rule" or "description" or "statement" or "constraint" or "requirement" or "policy" or "definition" or "invariant" or "details";

    public RuleFact Fact { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>All statements of the same rule block, in order; a sentence stands alone.</summary>
    public IReadOnlyList<RuleFact> Block { get; }

    /// <summary>The statement's own words after its label.</summary>
    public Seq<Token> Tokens { get; }

    public Seq<Token> Label { get; private init; }

    /// <summary>The words of the title and the innermost heading.</summary>
    public Seq<Token> Title { get; }

    public Speech Speech { get; }

    /// <summary>The entity the line is about; null when neither line nor place names one.</summary>
    public EntityTerms? Subject => Speech.Subject;

    /// <summary>When the demand is made, if its place says so: at a transition.</summary>
    public RuleTrigger? Moment { get; init; }

    /// <summary>What the statements above it under the same heading speak of, the nearest first.</summary>
    public IReadOnlyList<EntityTerms> Near { get; init; } = [];

    /// <summary>Fields this line brought into the model.</summary>
    public List<AttributeDraft> Fields { get; } = [];

    /// <summary>How many clauses deep the words stand in the statement.</summary>
    public int Depth { get; private init; }

    public string Lower => Fact.Text.ToLowerInvariant();

    private EntityTerms? PlaceSubject { get; }

    /// <summary>The label and the words after it as one clause: "Amount" and "> 0" is "Amount > 0".</summary>
    public Seq<Token> Whole => Label.Count == 0 ? Tokens : [.. Label, .. Tokens];

    /// <summary>
    /// The words to read as one demand: with the label where it names an attribute or opens the demand, else without.
    /// </summary>
    public Seq<Token> Demand =>
        Label.Count == 0 || (Speech.At(Label, 0) is { } named && named.End == Label.Count) || Label[0].IsAny("cannot", "must", "no", "minimum", "maximum", "min", "max", "only", "never") ? Whole : Tokens;

    public bool LabelIs(params ReadOnlySpan<string> words) => Label.Count == 1 && Label[0].IsAny(words);

    public bool Has(params ReadOnlySpan<string> words) => Phrase.Has(Tokens, words);

    /// <summary>The same line with other words, for reading a part of it.</summary>
    public RuleLine With(Seq<Token> tokens) => new(this, tokens);

    /// <summary>A part of the line, said of this entity.</summary>
    public RuleLine About(EntityTerms terms, Seq<Token> tokens) => new(this, tokens, terms);

    /// <summary>The same words, label included, said of this entity.</summary>
    public RuleLine About(EntityTerms terms) => new(this, Tokens, terms) { Label = Label, Depth = Depth };

    /// <summary>Entities besides the subject that the line may be about: those it names, and the only owners of what it names.</summary>
    public IEnumerable<EntityTerms> Others()
    {
        var owners = Whole.Select((_, at) => Vocabulary.OwnerAt(Whole, at)).OfType<EntityTerms>();
        var first = Vocabulary.OwnersAt(Whole, Speech.SkipDeterminers(Whole, 0)) is [var only] ? [only] : Array.Empty<EntityTerms>();
        return Vocabulary.EntitiesIn(Whole).Concat(first).Concat(owners).Concat(Vocabulary.InStateOf(Whole)).Concat(InHeading()).Distinct().Where(terms => terms != Subject && terms.Entity.Kind != EntityKind.AuditTrail).Take(6);
    }

    /// <summary>"Permits and permit fees": a heading over rules of several things.</summary>
    private IEnumerable<EntityTerms> InHeading() => Fact.Headings.Count < 2 ? [] : Vocabulary.EntitiesIn(Lexer.Read(Fact.Headings[^1])).Distinct().Take(5).ToArray() is { Length: > 1 } several ? several : [];

    public RuleLine At(RuleTrigger? moment) => new(this, Tokens) { Moment = moment };

    /// <summary>A rule that the condition holds, with the trigger its parts need.</summary>
    public RuleDraft Must(string entity, string name, Expr condition) =>
        new(entity, name, Moment is not null && Subject?.Name == entity ? Moment : Triggers.For(Vocabulary.Of(entity), condition), new Holds(condition));

    /// <summary>Gives an entity a field that the line states and no model lists; rules after it know it.</summary>
    public Column AddField(EntityTerms owner, string name, DataType type)
    {
        Fields.Add(new(owner.Name, name, type));
        Vocabulary.Add(owner.Name, new EntityAttribute(name, type, false, Diagnostics.Origin.At(Fact.Source)) { TypeAssumed = true });
        return owner.Columns[^1];
    }

    /// <summary>"Scans: append-only" under another heading speaks of scans; "Client: must be active" of the client that the row refers to.</summary>
    private EntityTerms? NamedByLabel() =>
        PlaceSubject is { } place && Label.Count is > 0 and < 4 && Vocabulary.EntityAt(Label, 0, out var width) is { } named && width == Label.Count && named != place && (Label[^1].Lower.EndsWith('s') || place.Reference(Facts.Language.Naming.EntityKey(named.Name)) is null) ? named : null;

    /// <summary>What the label names, or alone has: "serial number | ten digits".</summary>
    private EntityTerms? Labelled() =>
        Label.Count is 0 or > 4 ? null
        : Vocabulary.EntityAt(Label, Speech.SkipDeterminers(Label, 0) is var start && start < Label.Count ? start : 0, out _) is { } named ? named
        : start < Label.Count && Vocabulary.OwnersAt(Label, start) is [var owner] ? owner : null;

    /// <summary>"The birth date of a guest …" is said of every guest, wherever it stands, unless it names what the place speaks of as well.</summary>
    private EntityTerms? OfAny(Seq<Token> words, int start)
    {
        var of = Phrase.IndexOf(words, start + 1, "of");
        return of > start && of + 2 < words.Count && words[of + 1].IsAny("a", "an", "each", "every", "any") && Vocabulary.EntityAt(words, of + 2, out _) is { } general && general != PlaceSubject
            && new Speech(Vocabulary, general).At(words, start) is { IsOwn: true } own && own.Entity == general.Name && own.End >= of && !Vocabulary.EntitiesIn(words).Contains(PlaceSubject) ? general : null;
    }

    /// <summary>"Payment terms" of what the place speaks of, though there are payments, too.</summary>
    private bool IsLonger(EntityTerms place, Seq<Token> words, int start) =>
        Vocabulary.EntityAt(words, start, out var noun) is not null && Enumerable.Range(noun + 1, Math.Clamp(words.Count - start - noun, 0, 3)).Any(length => Phrase.Key(words, start, length) is { } key && (place.Exact(key) ?? place.Evidence(key)) is { IsForeignKey: false });

    /// <summary>
    /// The place's subject, unless the line starts with another entity that the subject's rows do not refer to: then that.
    /// </summary>
    private EntityTerms? LineSubject()
    {
        var words = Tokens;
        var start = Speech.SkipDeterminers(words, 0);
        if (start < words.Count && words[start].Kind == TokenKind.Word && words[start].Text.IndexOf('.', StringComparison.Ordinal) is > 1 and var dot && Vocabulary.Find(words[start].Text[..dot]) is { } owner1 && (PlaceSubject is null || char.IsUpper(words[start].Text[0])))
        {
            // "users.mail must be …" is said of users.
            return owner1;
        }

        var named = start < words.Count ? Vocabulary.EntityAt(words, start, out _) : null;
        if (PlaceSubject is null)
        {
            return named ?? Labelled() ?? Vocabulary.EntitiesIn(words).FirstOrDefault() ?? _before ?? (start < words.Count && Vocabulary.OwnersAt(words, start) is [var owner] ? owner : null);
        }

        if (named is not null && named != PlaceSubject && (IsLonger(PlaceSubject, words, start) || InHeading().Contains(named)))
        {
            // "Halls and seats": what the line begins with is what it speaks of, though the seats refer to halls.
            return IsLonger(PlaceSubject, words, start) ? PlaceSubject : named;
        }

        if (NamedByLabel() is { } labelled)
        {
            return labelled;
        }

        if (named is null && OfAny(words, start) is { } general)
        {
            return general;
        }

        // "The period end …" of what alone has a period end is not said of what the heading names.
        if (named is null && Vocabulary.OwnersAt(words, start) is [var only] && only != PlaceSubject && new Speech(Vocabulary, PlaceSubject).At(words, start) is null or { IsOwn: false } && start + 1 < words.Count && Vocabulary.OwnersOf(Phrase.Key(words, start, 1) ?? "").Count == 0)
        {
            return only;
        }

        return named is null || named == PlaceSubject || new Speech(Vocabulary, PlaceSubject).ReferenceAt(words, start, out _) is not null ? PlaceSubject : named;
    }
}
