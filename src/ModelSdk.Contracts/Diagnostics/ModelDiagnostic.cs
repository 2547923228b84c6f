namespace ModelSdk.Contracts.Diagnostics;

/// <summary>A kind of diagnostic. Its number is never used for another.</summary>
/// <param name="Code"><c>MODEL</c> and four digits.</param>
/// <param name="Severity">The severity unless a property or an item changes it.</param>
/// <param name="Title">What it is about, as the heading of its page.</param>
public sealed record ModelDiagnostic(string Code, DiagnosticSeverity Severity, string Title)
{
    /// <summary>The address of the page that explains it.</summary>
    public string HelpLink => $"https://modelsdk.github.io/diagnostics/{this.Code}";
}
