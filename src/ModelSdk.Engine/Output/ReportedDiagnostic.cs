using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Output;

/// <summary>A diagnostic that was reported.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">Its own severity, before any policy.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Location">Where.</param>
public sealed record ReportedDiagnostic(string Code, DiagnosticSeverity Severity, string Text, SourceLocation Location);
