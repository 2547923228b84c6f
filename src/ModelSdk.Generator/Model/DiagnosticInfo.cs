using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ModelSdk.Contracts.Json;

namespace ModelSdk.Generator.Model;

/// <summary>A diagnostic as values, so that it can travel in the pipeline.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Path">The file; empty where there is none.</param>
/// <param name="Position">The place in the file.</param>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, string Message, string Path, TextPosition Position)
{
    /// <summary>The diagnostic for the compiler.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(this.Descriptor, this.ToLocation(), this.Message);

    private Location ToLocation()
    {
        if (this.Path.Length == 0)
        {
            return Location.None;
        }

        LinePosition start = new(Math.Max(this.Position.Line - 1, 0), Math.Max(this.Position.Column - 1, 0));
        return Location.Create(this.Path, default, new LinePositionSpan(start, start));
    }
}
