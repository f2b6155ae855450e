namespace Schemawright.Rendering.Exports;

/// <summary>Writes the model in a format of another tool.</summary>
internal interface ISchemaExport
{
    /// <summary>As <c>--emit</c> takes it.</summary>
    string Format { get; }

    string Write(ModelTables model);
}
