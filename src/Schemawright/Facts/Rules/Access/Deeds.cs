using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Verbs with what they are done to.</summary>
/// <param name="Above">The scope named before: "all orders and invoices" are all invoices too.</param>
internal sealed record Deed(IReadOnlyList<AccessVerb> Verbs, string Thing, AccessScope Above, bool Allowed);

/// <summary>
/// Takes a predicate apart: a verb without a thing of its own shares the next one ("create and edit visits"), a thing without a verb
/// the last ones, "them" is the last thing, and what is denied stays denied until it is allowed again.
/// </summary>
internal static class Deeds
{
    private static readonly string[] Denials = ["cannot", "can not", "can't", "may not", "must not", "never", "not"];
    private static readonly string[] Permissions = ["can also", "can only", "may only", "can", "may", "also", "only", "then"];
    private static readonly string[] Pronouns = ["them", "it", "these", "those", "this"];

    public static IReadOnlyList<Deed> Read(string text, IReadOnlyList<AccessVerb> verbs, bool allowed)
    {
        var reading = new Reading(verbs, allowed, ThirdPerson(text));
        var pieces = Pieces(text).ToArray();
        for (var index = 0; index < pieces.Length && !IsClause(pieces[index]); index++)
        {
            reading.Add(pieces[index], index + 1 < pieces.Length ? pieces[index + 1] : null);
        }

        return reading.Finish();
    }

    /// <summary>"a reason is required" after "and" is another statement.</summary>
    private static bool IsClause(string piece)
    {
        var words = piece.Split(' ');
        var verb = Array.FindIndex(words, word => word is "is" or "are" or "must" or "shall" or "has" or "have" or "was" or "were" or "will");
        return verb > 0 && !words[..verb].Any(word => word is "that" or "which" or "who" or "whose") && !(words[verb - 1] is "they" && verb > 1);
    }

    /// <summary>"plans tours and assigns parcels": what follows a role's name and a dash.</summary>
    private static bool ThirdPerson(string text)
    {
        var first = text.Split(' ', 2)[0];
        var isTitle = char.IsUpper(first.FirstOrDefault('a')) && (AccessVerbs.Open(first, thirdPerson: true).Verbs.Count == 0 || text.Split(' ', 3) is not [_, not ("and" or "or"), ..]);
        return first.Length > 2 && !isTitle && first.EndsWith('s') && (AccessVerbs.Open(first, thirdPerson: true).Verbs.Count > 0 || AccessVerbs.OpensOtherDeed(text, thirdPerson: true));
    }

    /// <summary>The items; a list in parentheses stands for the word before it: "Own data only (orders, invoices)".</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var plain = AccessScopes.Normal(text).Replace(" including ", ", ", StringComparison.OrdinalIgnoreCase).Replace(" but ", ", ", StringComparison.OrdinalIgnoreCase).Replace(" as well as ", ", ", StringComparison.OrdinalIgnoreCase).Replace(" plus ", ", ", StringComparison.OrdinalIgnoreCase);
        foreach (var item in ItemLists.Split(plain))
        {
            var inner = ItemLists.InParentheses(item);
            if (inner is null || inner.Opens("no", "e.g.", "read-only", "not"))
            {
                yield return ItemLists.WithoutParentheses(item);
                continue;
            }

            var whole = ItemLists.WithoutParentheses(item);
            var scope = AccessScopes.Cut(whole).Scope;
            if (AccessVerbs.Open(whole).Verbs.Count > 0)
            {
                // The verb before the brackets is done to what stands in them.
                yield return whole.Split(' ', 2)[0] + " " + ItemLists.Split(inner).First();
            }

            foreach (var part in ItemLists.Split(inner).Skip(AccessVerbs.Open(whole).Verbs.Count > 0 ? 1 : 0))
            {
                yield return scope == AccessScope.Own && AccessScopes.Cut(part).Scope == AccessScope.Unstated ? "own " + part : part;
            }
        }
    }

    private sealed class Reading(IReadOnlyList<AccessVerb> given, bool allowed, bool thirdPerson)
    {
        private readonly List<Deed> _deeds = [];
        private readonly List<(IReadOnlyList<AccessVerb> Verbs, AccessScope Scope, bool Allowed)> _waiting = [];
        private IReadOnlyList<AccessVerb> _current = given;
        private AccessScope _scope = AccessScope.Unstated;
        private bool _may = allowed;
        private bool _other;

        public void Add(string piece, string? next)
        {
            var rest = Turned(piece, out var denied);
            var (named, after) = AccessVerbs.Open(rest, thirdPerson);
            if (named.Count == 0 && AccessVerbs.OpensOtherDeed(rest, thirdPerson) && AccessVerbs.OfNoun(rest).Verbs.Count == 0)
            {
                (_other, _current) = (true, []);
                return;
            }

            var isVerb = named.Count > 0;
            _other = _other && !isVerb;
            _scope = !isVerb ? _scope : rest.Opens("full") ? AccessScope.All : AccessScope.Unstated;
            var thing = isVerb ? after : rest;
            if (isVerb && next is not null && IsOpenEnded(thing, next, out var scope))
            {
                _waiting.Add((named, scope, _may && !denied));
                return;
            }

            var verbs = isVerb ? named : _current.Count > 0 ? _current : Shared(rest, next, thing);
            Put(verbs, thing, _may && !denied, isVerb);
        }

        public IReadOnlyList<Deed> Finish()
        {
            foreach (var (verbs, scope, may) in _waiting)
            {
                _deeds.Add(new(verbs, _deeds.Count > 0 && !may ? _deeds[^1].Thing : "", scope, may));
            }

            return _deeds;
        }

        private void Put(IReadOnlyList<AccessVerb> verbs, string thing, bool may, bool isVerb)
        {
            var own = isVerb || _waiting.Count == 0 ? verbs : [];
            if (own.Count == 0 && _waiting.Count == 0 && (_other || AccessVerbs.OfNoun(thing).Verbs.Count == 0))
            {
                return;
            }

            var pointsBack = Pronouns.Contains(thing, StringComparer.OrdinalIgnoreCase);
            if (pointsBack && _deeds.Count == 0)
            {
                return;
            }

            var meant = pointsBack ? _deeds[^1].Thing : thing;
            _deeds.AddRange(_waiting.Select(verb => new Deed(verb.Verbs, meant, verb.Scope, verb.Allowed)));
            _deeds.Add(new(own, meant, _scope, may));
            _current = _waiting.Count > 0 ? [.. _waiting.SelectMany(verb => verb.Verbs), .. own] : isVerb ? own : _current;
            _waiting.Clear();
            _scope = AccessScopes.Cut(meant).Scope is var reach and (AccessScope.Own or AccessScope.All) ? reach : _scope;
        }

        /// <summary>The words behind "can", "cannot" or "no"; what a modal turns stays turned.</summary>
        private string Turned(string piece, out bool denied)
        {
            denied = false;
            var rest = piece;
            if (Array.Find(Denials, word => rest.Opens(word)) is { } no)
            {
                _may = false;
                rest = rest[no.Length..].Trim();
            }
            else if (rest.Opens("no") && rest.Contains(' ', StringComparison.Ordinal))
            {
                denied = true;
                rest = rest[3..].Trim();
            }

            while (Array.Find(Permissions, word => rest.Opens(word) && rest.Length > word.Length) is { } yes)
            {
                _may = _may || yes.Contains("can", StringComparison.Ordinal) || yes.Contains("may", StringComparison.Ordinal);
                rest = rest[yes.Length..].Trim();
            }

            return rest;
        }

        /// <summary>The verb stands alone, or with a mere "all" before another verb with its own reach: its thing comes with the next verb.</summary>
        private bool IsOpenEnded(string thing, string next, out AccessScope scope)
        {
            (scope, var rest) = AccessScopes.Cut(thing);
            return thing.Length == 0
                || (rest.Length == 0 && AccessVerbs.Open(next, thirdPerson) is { Verbs.Count: > 0, After: var after } && AccessScopes.Cut(after) is { Scope: not AccessScope.Unstated, Resource.Length: > 0 });
        }

        /// <summary>In "stock and price management" both are managed; a scope alone reads: "own orders".</summary>
        private IReadOnlyList<AccessVerb> Shared(string piece, string? next, string thing) =>
            next is not null && !piece.Contains(' ', StringComparison.Ordinal) && AccessVerbs.OfNoun(next).Verbs is { Count: > 0 } shared ? shared
            : _other ? []
            : AccessScopes.Cut(thing).Scope != AccessScope.Unstated || _scope != AccessScope.Unstated || thing.Says("read-only", "read only", "view-only", "everything") ? [AccessVerb.Read] : [];
    }
}
