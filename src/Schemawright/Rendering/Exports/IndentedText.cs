using System.Text;

namespace Schemawright.Rendering.Exports;

/// <summary>Lines of a language that nests by braces.</summary>
internal sealed class IndentedText(int width = 4)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line) => _text.Append(line.Length == 0 ? "" : new string(' ', _depth * width)).Append(line).Append('\n');

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    public void Open(string line)
    {
        Line(line);
        _depth++;
    }

    public void Close(string line)
    {
        _depth--;
        Line(line);
    }

    public override string ToString() => _text.ToString();
}
