namespace Schemawright.Documents;

/// <summary>One text of the input as the tool read it.</summary>
/// <param name="Name">The path below the product folder, with forward slashes.</param>
public sealed record InputDocument(string Name, string Text);

/// <summary>The role a document plays, from its file name, its tag or its headings.</summary>
public enum DocumentKind { AppDetails, ProductRequirements, TechnicalSpec, BusinessRules, ScaleRequirements, Answers, Other }
