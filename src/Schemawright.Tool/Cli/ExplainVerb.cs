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

    public static Verb Create(Face face)
    {
        var path = CommonOptions.Path(face);
        var what = new System.CommandLine.Argument<string>("what")
        {
            Description = "an entity, entity.column, rule id, constraint, index, policy, decision, question id, or document:line",
        };
        if (face.Settings.Product is not null)
        {
            what.Arity = System.CommandLine.ArgumentArity.ZeroOrOne;
            what.DefaultValueFactory = _ => "";
        }

        var format = CommonOptions.Format(face, FindingsView.Text, "json");
        var verb = new Verb("explain", "Explain where something comes from, and what becomes of it.",
            "explain examples/marina Booking", "explain examples/marina bookings.arrival", "explain examples/marina BUSINESS_RULES.md:16")
        {
            path, what, format,
        };
        verb.SetAction(arguments =>
        {
            var (product, asked) = (arguments.GetValue(path)!, arguments.GetValue(what)!);
            // One word alone asks about the product that the settings name.
            return asked.Length > 0 ? Run(face, product, asked, arguments.GetValue(format)!) : Run(face, face.Settings.Product ?? "", product, arguments.GetValue(format)!);
        });
        return verb;
    }

    /// <summary>Says that nothing is called so, and which names are near.</summary>
    public static Diagnostic NotFound(string what, IEnumerable<string> names)
    {
        var near = Nearest.To(what, names);
        return Unknown.At(null, what, near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : "ask for an entity, entity.column, a rule, a constraint, a question or document:line");
    }

    private static int Run(Face face, string path, string what, string format)
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
            Terminals.Write(face.Output, ExplanationText.Write(explanations));
        }
        else
        {
            Terminals.Write(face.Output, ExplanationJson.Write(what, explanations));
        }

        return ExitCode.Clean;
    }
}
