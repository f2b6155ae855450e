namespace Schemawright;

/// <summary>Writes stages as JSON, the public interface for other programs.</summary>
public static class ModelJson
{
    /// <param name="stage">facts, domain, design or schema.</param>
    public static string Emit(Compilation compilation, string stage) => "{}\n";
}
