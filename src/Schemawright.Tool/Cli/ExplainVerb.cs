using Schemawright.Diagnostics;
using Schemawright.Reports;
using Schemawright.Reports.Explanations;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>explain</c>: the way from a sentence to the objects it caused, and from an object back to the sentences.</summary>
internal static class ExplainVerb
{
    private static readonly DiagnosticKind Unknown = new(
        "SW6006", Severity.Error, "Nothing bears the name that was asked about",
        "nothing is called {0}",
        "Only what the documents or the model name can be explained.",
        "{1}");

    public static Verb Create(IAnsiConsole console)
    {
        var path = CommonOptions.Path();
        var what = new System.CommandLine.Argument<string>("what")
        {
            Description = "an entity, entity.column, rule id, constraint, index, policy, decision, question id, or document:line",
        };
        var format = CommonOptions.Format(FindingsView.Text, "json");
        var verb = new Verb("explain", "Explain where something comes from, and what becomes of it.",
            "explain examples/marina Booking", "explain examples/marina bookings.arrival", "explain examples/marina BUSINESS_RULES.md:16")
        {
            path, what, format,
        };
        verb.SetAction(arguments => Run(console, arguments.GetValue(path)!, arguments.GetValue(what)!, arguments.GetValue(format)!));
        return verb;
    }

    /// <summary>Says that nothing is called so, and which names are near.</summary>
    public static Diagnostic NotFound(string what, IEnumerable<string> names)
    {
        var near = Nearest.To(what, names);
        return Unknown.At(null, what, near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : "ask for an entity, entity.column, a rule, a constraint, a question or document:line");
    }

    private static int Run(IAnsiConsole console, string path, string what, string format)
    {
        if (ProductRun.Start(path) is not { } run)
        {
            return ExitCode.Unusable;
        }

        var explainer = new Explainer(run.Compilation, new(run.Input.Documents));
        var explanations = explainer.Explain(what);
        if (explanations.Count == 0)
        {
            Terminals.Write(Terminals.Error, FindingsText.Write([Finding.Of(NotFound(what, explainer.Names))], new([])));
            return ExitCode.Unusable;
        }

        if (format == FindingsView.Text)
        {
            Terminals.Write(console, ExplanationText.Write(explanations));
        }
        else
        {
            Terminals.Write(console, ExplanationJson.Write(what, explanations));
        }

        return ExitCode.Clean;
    }
}
