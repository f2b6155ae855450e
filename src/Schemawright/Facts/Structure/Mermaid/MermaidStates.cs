using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Mermaid;

/// <summary>Reads Mermaid's stateDiagram: transitions with triggers, initial states, notes.</summary>
internal sealed class MermaidStates : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Diagram);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => MermaidText.Opens(fence, "statediagram")))
        {
            var states = new MermaidStateDiagram(fence);
            if (states.Fact(Subjects.OfStates(fence.Headings), document.Kind) is { } machine)
            {
                writer.StateMachine(machine);
                facts.Claim(fence);
            }
        }
    }
}

/// <summary>One state diagram while it is read.</summary>
internal sealed class MermaidStateDiagram
{
    private readonly CodeFence _fence;
    private readonly List<string> _order = [];
    private readonly Dictionary<string, (string Title, string? Description, SourceSpan Place)> _states = new(StringComparer.Ordinal);
    private readonly HashSet<string> _choices = new(StringComparer.Ordinal);
    private readonly List<TransitionFact> _transitions = [];
    private readonly List<string> _initial = [];
    private readonly List<SourceSpan> _stated = [];
    private string? _noteOf;

    public MermaidStateDiagram(CodeFence fence)
    {
        _fence = fence;
        foreach (var line in fence.Lines)
        {
            Read(MermaidText.WithoutComment(line.Text).Trim(), line);
        }
    }

    /// <summary>Null when the diagram has no transition.</summary>
    public StateMachineFact? Fact(string? entity, DocumentKind document)
    {
        var transitions = ThroughChoices();
        if (transitions.Count == 0)
        {
            return null;
        }

        var states = _order.Where(name => !_choices.Contains(name)).Select(State).ToSeq();
        return new(entity, null, states, transitions.Select(Titled).ToSeq(), _initial.Select(Title).ToSeq(), FactForm.Diagram, document, _fence.Span, "state diagram")
        {
            Stated = _stated.ToSeq(),
        };
    }

    private void Read(string text, CodeLine line)
    {
        if (_noteOf is not null)
        {
            ReadNote(text);
        }
        else if (text.StartsWith("note ", StringComparison.OrdinalIgnoreCase))
        {
            OpenNote(text);
        }
        else if (text.IndexOf("-->", StringComparison.Ordinal) is var arrow and > 0)
        {
            ReadTransition(text, arrow, line);
        }
        else if (text.StartsWith("state ", StringComparison.Ordinal))
        {
            ReadDeclaration(text[6..].Trim(), line);
        }
        else if (text.IndexOf(" : ", StringComparison.Ordinal) is var colon and > 0)
        {
            Describe(text[..colon].Trim(), text[(colon + 3)..].Trim(), line.Span);
        }
    }

    private void ReadTransition(string text, int arrow, CodeLine line)
    {
        var from = text[..arrow].Trim();
        var rest = text[(arrow + 3)..];
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var to = (colon < 0 ? rest : rest[..colon]).Trim();
        var trigger = colon < 0 ? null : rest[(colon + 1)..].Trim();
        if (from != "[*]")
        {
            Know(from, line.Span);
        }

        if (to != "[*]")
        {
            Know(to, line.Span);
        }

        if (from == "[*]" || to == "[*]")
        {
            _stated.Add(line.Span);
        }

        if (from == "[*]" && to != "[*]" && !_initial.Contains(to, StringComparer.Ordinal))
        {
            _initial.Add(to);
        }
        else if (from != "[*]" && to != "[*]" && from.Length > 0 && to.Length > 0)
        {
            _transitions.Add(new(from, to, string.IsNullOrEmpty(trigger) ? null : trigger, [], [], line.Span));
        }
    }

    /// <summary><c>state "In review" as s2</c>, <c>state c &lt;&lt;choice&gt;&gt;</c>, <c>state Open {</c>.</summary>
    private void ReadDeclaration(string text, CodeLine line)
    {
        var alias = text.IndexOf("\" as ", StringComparison.Ordinal);
        if (text.StartsWith('"') && alias > 0)
        {
            var name = text[(alias + 5)..].TrimEnd('{', ' ');
            Know(name, line.Span);
            _states[name] = _states[name] with { Title = text[1..alias] };
        }
        else if (text.Contains("<<", StringComparison.Ordinal))
        {
            var name = text[..text.IndexOf("<<", StringComparison.Ordinal)].Trim();
            _choices.Add(name);
        }
    }

    private void OpenNote(string text)
    {
        var of = text.Seek(" of ");
        if (of < 0)
        {
            return;
        }

        var colon = text.IndexOf(':', of);
        var state = (colon < 0 ? text[(of + 4)..] : text[(of + 4)..colon]).Trim();
        if (colon < 0)
        {
            _noteOf = state;
        }
        else
        {
            Describe(state, text[(colon + 1)..].Trim(), null);
        }
    }

    private void ReadNote(string text)
    {
        if (text.Equals("end note", StringComparison.OrdinalIgnoreCase))
        {
            _noteOf = null;
        }
        else
        {
            Describe(_noteOf!, text, null);
        }
    }

    private void Describe(string state, string words, SourceSpan? place)
    {
        if (place is not null)
        {
            Know(state, place);
        }

        if (_states.TryGetValue(state, out var known))
        {
            _states[state] = known with { Description = known.Description is null ? words : $"{known.Description} {words}" };
        }
    }

    private void Know(string state, SourceSpan place)
    {
        if (state.Length > 0 && _states.TryAdd(state, (state, null, place)))
        {
            _order.Add(state);
        }
    }

    /// <summary>A choice is no state: what leads into it leads on to where it goes.</summary>
    private List<TransitionFact> ThroughChoices()
    {
        var direct = _transitions.Where(move => !_choices.Contains(move.From) && !_choices.Contains(move.To)).ToList();
        foreach (var into in _transitions.Where(move => _choices.Contains(move.To) && !_choices.Contains(move.From)))
        {
            direct.AddRange(_transitions.Where(on => string.Equals(on.From, into.To, StringComparison.Ordinal) && !_choices.Contains(on.To))
                .Select(on => into with { To = on.To, Trigger = into.Trigger ?? on.Trigger }));
        }

        return direct;
    }

    private StateFact State(string name) => new(_states[name].Title, _states[name].Description, TransitionsListed: true, null, null, [], null, [], _states[name].Place);

    private TransitionFact Titled(TransitionFact move) => move with { From = Title(move.From), To = Title(move.To) };

    private string Title(string name) => _states.TryGetValue(name, out var known) ? known.Title : name;
}
